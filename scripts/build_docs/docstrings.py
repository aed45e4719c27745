"""What a docstring says: summary, options, errors, examples. Google style, with examples fenced as Markdown code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import griffe

FENCE = re.compile(r"\A```python\n(.*?)\n```\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """Code that can be drawn as it stands.

    Attributes:
        code: without the fence; "" when the docstring does not fence it.
    """

    code: str


@dataclass(frozen=True, slots=True)
class Doc:
    """A docstring, taken apart. Texts are Markdown.

    Attributes:
        summary: its first sentence or paragraph.
        text: what follows the summary, before the first section.
        options: what each parameter means, by name; `*names` keep their star.
        attributes: what each attribute is, for classes that authors do not build.
        raises: the errors it tells of: the class, and when it is raised.
        returns: what it gives back, where the docstring has a section for that.
        examples: in order.
    """

    summary: str
    text: str
    options: Mapping[str, str]
    attributes: Mapping[str, str]
    raises: tuple[tuple[str, str], ...]
    returns: str
    examples: tuple[Example, ...]


def parse(text: str | None) -> Doc:
    """Take a docstring apart; an empty `Doc` when there is none."""
    words: list[str] = []
    options: dict[str, str] = {}
    attributes: dict[str, str] = {}
    raises: list[tuple[str, str]] = []
    returns = ""
    examples: list[Example] = []
    # griffe gives back text with one line break for each of the source's.
    for section in griffe.Docstring(text or "").parse("google", warnings=False, returns_named_value=False):
        match section.kind:
            case griffe.DocstringSectionKind.parameters:
                options |= {p.name: _joined(p.description) for p in section.value}
            case griffe.DocstringSectionKind.raises:
                raises += [(str(r.annotation), _joined(r.description)) for r in section.value]
            case griffe.DocstringSectionKind.returns:
                returns = " ".join(_joined(r.description) for r in section.value)
            case griffe.DocstringSectionKind.admonition if section.value.kind == "example":
                fenced = FENCE.match(section.value.contents.strip())
                examples.append(Example(fenced[1] if fenced else ""))
            case griffe.DocstringSectionKind.text:
                words.append(section.value)
            case griffe.DocstringSectionKind.attributes:
                attributes |= {a.name: _joined(a.description) for a in section.value}
            case other:
                raise ValueError(f"the docstring has a section that the reference does not know: {other}\n{text}")
    summary, _, rest = "\n\n".join(words).strip().partition("\n\n")
    return Doc(_joined(summary), rest.strip(), options, attributes, tuple(raises), returns, tuple(examples))


def _joined(text: str) -> str:
    """Lines of a paragraph as one."""
    return " ".join(text.split())
