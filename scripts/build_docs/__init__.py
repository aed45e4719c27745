"""Writes what is generated in `docs/`: the reference, from the docstrings of the package, and all pictures."""
