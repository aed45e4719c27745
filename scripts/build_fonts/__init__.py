"""The shipped fonts, made from packages of npm, PyPI and Debian. `python -m scripts.build_fonts` makes them all."""
