"""The tiny markup that authors write labels in.

    **bold**   *italic*   `code`   $latex$   [coloured text]{role}   \\* a backslash takes a sign's meaning away

Everything else is literal, and so is a sign that has no partner: "2 * 3", "**kwargs", "a[i]" need no escapes. Only
a lone `$` is an error, because a formula that turned into text would not be noticed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from llmfig.errors import FigureError


class Literal(str):
    """Text without markup: every sign in it stands for itself."""

    __slots__ = ()


def literal(text: str) -> Literal:
    """Mark a text as having no markup, for text that is not the author's own (code, tokens, data)."""
    return Literal(text)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one look.

    Attributes:
        text: the characters, or the LaTeX source when `math`.
        bold: heavier.
        italic: slanted.
        mono: in the font for code.
        role: theme role that colours it, None for the colour of the text around it.
        math: a formula.
    """

    text: str
    bold: bool = False
    italic: bool = False
    mono: bool = False
    role: str | None = None
    math: bool = False


@lru_cache(maxsize=16384, typed=True)  # typed: Literal("*a*") equals "*a*" but is not read the same
def parse(text: str) -> tuple[Span, ...]:
    """Read a label; adjacent stretches of one look come as one span.

    Args:
        text: what the author wrote; a `Literal` comes back as one span.

    Raises:
        FigureError: for a `$` without its partner and for an empty formula.

    Example:
        >>> [s.text for s in parse("loss $L$ of the **critic**")]
        ['loss ', 'L', ' of the ', 'critic']
    """
    if isinstance(text, Literal):
        return (Span(str(text)),) if text else ()
    out: list[Span] = []
    for span in _parse(text, Span("")):
        if out and not span.math and not out[-1].math and replace(out[-1], text="") == replace(span, text=""):
            out[-1] = replace(span, text=out[-1].text + span.text)
        else:
            out.append(span)
    return tuple(out)


def plain(text: str) -> str:
    """What a label says, without the markup; formulas as their LaTeX source. Raises as `parse`."""
    return "".join(span.text for span in parse(text))


_ESCAPABLE = frozenset("\\*`$[]{}")
_COMMAND = re.compile(r"\\([A-Za-z]{2,})")
_HTML = re.compile(r"<br\s*/?>|<(b|i|u|em|strong|sub|sup|span|font)\b[^<>]*>(?=.*</\1>)", re.IGNORECASE | re.DOTALL)
_ROLE = re.compile(r"\{([A-Za-z][\w.-]*)\}")


def _parse(text: str, look: Span) -> list[Span]:
    out: list[Span] = []
    held: list[str] = []  # literal characters not yet in a span

    def flush() -> None:
        if held:
            out.append(replace(look, text="".join(held)))
            held.clear()

    i = 0
    while i < len(text):
        found = _construct(text, i, look)
        if found is None:
            escaped = text[i] == "\\" and i + 1 < len(text) and text[i + 1] in _ESCAPABLE
            if text[i] == "\\" and not escaped:
                _refuse_latex(text, i)
            held.append(text[i + 1] if escaped else text[i])
            i += 2 if escaped else 1
        else:
            flush()
            spans, i = found
            out += spans
    flush()
    return out


def _refuse_latex(text: str, i: int) -> None:
    """An error for LaTeX outside of a formula, which would stand in the picture as it is written."""
    if (command := _COMMAND.match(text, i)) is None:
        return
    from llmfig.formula.symbols import COMMANDS  # of which most texts need nothing

    if command[1] in COMMANDS:
        raise FigureError(
            f"the LaTeX {command[0]} stands outside of a formula",
            fix=f"write ${command[0]}$, with the rest of the formula; for a backslash in words write \\\\{command[1]}",
        )


def _construct(text: str, i: int, look: Span) -> tuple[list[Span], int] | None:
    """The markup that starts at `i`, as spans and where it ends; None when the character there is literal."""
    match text[i]:
        case "$":
            end = _closing(text, i + 1, "$")
            if end is None:
                raise FigureError(
                    f"a $ without its partner, in the text {text!r}",
                    fix=r"close the formula with $, or write \$ for the sign",
                )
            source = text[i + 1 : end]
            if source[-1:].isspace() and text[end + 1 : end + 2].isdigit():  # "$5 and $6"
                raise FigureError(
                    f"the words between two prices would be a formula: ${source}$",
                    fix=r"write \$ for the sign: \$5 and \$6",
                )
            if not source.strip():
                raise FigureError(
                    f"an empty formula ($$), in the text {text!r}",
                    fix=r"write the formula between the $, or \$ for the sign",
                )
            return [replace(look, text=source, math=True)], end + 1
        case "`":
            end_code = text.find("`", i + 1)
            return ([replace(look, text=text[i + 1 : end_code], mono=True)], end_code + 1) if end_code > i + 1 else None
        case "[":
            closing = _bracket(text, i)
            role = _ROLE.match(text, closing + 1) if closing is not None else None
            if closing is None or role is None:
                return None
            return _parse(text[i + 1 : closing], replace(look, role=role[1])), role.end()
        case "*":
            return _stars(text, i, look)
        case "<" if _HTML.match(text, i):
            raise FigureError(
                f"HTML is not read here: {_HTML.match(text, i)[0]}",  # type: ignore[index]
                fix=r"**bold**, *italic*, `code`, \n for a new line, $x_t$ and $x^2$ for low and raised letters",
            )
        case _:
            return None


def _stars(text: str, i: int, look: Span) -> tuple[list[Span], int] | None:
    for stars, styled in (
        ("***", replace(look, bold=True, italic=True)),
        ("**", replace(look, bold=True)),
        ("*", replace(look, italic=True)),
    ):
        if text.startswith(stars, i):
            end = _star_end(text, i, stars)
            if end is not None:
                return _parse(text[i + len(stars) : end], styled), end + len(stars)
    return None


def _star_end(text: str, i: int, stars: str) -> int | None:
    """Where the emphasis opened by `stars` at `i` closes; None when the stars are literal.

    Stars must hug what they emphasise, and must not follow a letter or digit ("2*3*4", "f(x)**2"); single ones must
    also hold a word on both ends, because a star alone is a common placeholder.
    """
    n = len(stars)
    first = i + n
    if (i and _ascii_word(text[i - 1])) or text[first : first + 1] in ("", " ", "\n", "*"):
        return None
    if n == 1 and not (text[first].isalnum() or text[first] in "[$`“‘\"'(（《\\"):
        return None
    j = first
    while (end := _closing(text, j, stars, stop="\n")) is not None:
        after = text[end + n : end + n + 1]
        hugging = end > first and text[end - 1] not in " \n"
        if n == 1:
            hugging = (
                hugging
                and (text[end - 1].isalnum() or text[end - 1] in "]}$`”’\"')）》.!?…")
                and not _ascii_word(after)
            )
        if hugging and after != "*" and text[end - 1] != "*":
            return end
        j = end + 1
    return None


def _ascii_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in ("_", ")"))


def _closing(text: str, i: int, sign: str, stop: str = "") -> int | None:
    """Where `sign` next stands from `i` on, not escaped, and outside code and formulas when it is a star."""
    while i < len(text):
        char = text[i]
        if char == "\\":
            i += 2
            continue
        if text.startswith(sign, i):
            return i
        if stop and char in stop:
            return None
        if sign[0] == "*" and char in "`$":
            end = _closing(text, i + 1, char)
            i = i if end is None else end
        i += 1
    return None


def _bracket(text: str, i: int) -> int | None:
    """The ] that belongs to the [ at `i`."""
    depth = 0
    while i < len(text):
        char = text[i]
        if char == "\\":
            i += 1
        elif char in "`$":
            end = _closing(text, i + 1, char)
            i = i if end is None else end
        elif char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
            if depth == 0:
                return i
        i += 1
    return None
