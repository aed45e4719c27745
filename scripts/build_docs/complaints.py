"""What a docstring lacks: a summary, a word about each option, an example that can be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from .public import WHOLE, Entry


def complaints(entry: Entry) -> list[str]:
    """What is missing, and what is told of options that there are not; one message each."""
    return [f"{entry.name}: {what}" for what in _complaints(entry)]


def _complaints(entry: Entry) -> Iterator[str]:
    doc = entry.doc
    if not doc.summary:
        yield "there is no docstring"
        return
    if not doc.summary.endswith((".", ")")):
        yield "the summary is no sentence"
    # A class that authors do not build describes what it has, not what it is built of.
    if not doc.attributes:
        names = [option.name for option in entry.options]
        yield from (f"the option {name} is not described" for name in names if name not in doc.options)
        yield from (f"there is no option {name}" for name in doc.options if name not in names)
        if set(names) == set(doc.options) and names != list(doc.options):
            yield f"the options are described in another order than {', '.join(names)}"
    if not doc.examples and entry.name.partition(".")[0] not in WHOLE:
        yield "there is no example"
    yield from ("an example is not fenced as ```python" for example in doc.examples if not example.code)
