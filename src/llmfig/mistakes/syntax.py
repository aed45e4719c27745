"""Lines that Python cannot read."""

from __future__ import annotations

import re
import unicodedata

from llmfig.mistakes.calls import Told

# Part of Python's message, and what usually helps.
_FIXES = (
    ("was never closed", "add the closing bracket that belongs to it"),
    ("unmatched", "remove this bracket, or add the opening one that belongs to it"),
    ("does not match opening", "close brackets in the order in which they were opened"),
    ("Perhaps you forgot a comma", "put a comma between the values"),
    ("unterminated triple-quoted", 'end the text with """'),
    ("unterminated string", "end the text with the quote it began with, in the same line"),
    ("expected ':'", "end the line with a colon: def name():"),
    ("expected an indented block", "indent the lines that belong to it by four spaces"),
    ("unindent does not match", "begin the lines of one block in the same column, with spaces"),
    ("unexpected indent", "begin the line in the column of the one above"),
    ("inconsistent use of tabs", "indent with spaces only: four for each level"),
    ("positional argument follows keyword argument", "what has no name comes first: Row(a, b, gap='m')"),
    ("keyword argument repeated", "leave one of the two out"),
    ("expression cannot contain assignment", "names of options have no dashes: font_size, not font-size"),
    ("'return' outside function", "indent it by four spaces, so that it belongs to the function"),
    ("f-string", r"in an f-string the braces of LaTeX are doubled: rf'$\frac{{a}}{{b}}$'; or join texts by +"),
    ("cannot assign to", "a name stands on the left of =; to compare, write =="),
    ("Did you mean print", "write print(...)"),
    ("null bytes", "save the file as text, in UTF-8"),
)
_ESCAPES = {"u": r"\u", "U": r"\U", "x": r"\x", "N": r"\N"}
_PLAIN = dict(zip("“”‘’。、【】—–", "\"\"''.,[]--", strict=True))
RAW = r"""write the r of a raw string before the quotes: r"$\frac{a}{b}$" """.strip()


def told(error: SyntaxError) -> Told:
    """What Python stumbled over, and what usually helps."""
    message = re.sub(r" \(detected at line \d+\)", "", str(error.msg))
    if "(unicode error)" in message:
        return _unicode(message)
    if found := re.search(r"invalid (?:non-printable )?character(?: '(.)' \(U\+[0-9A-F]+\)| U\+([0-9A-F]+))", message):
        return _character(found[1] or chr(int(found[2], 16)))
    if re.match(r"\s*(<{7}|={7}|>{7})", error.text or ""):
        return (
            "this line was left over from a merge",
            "keep one of the two versions, and remove the lines with the marks",
        )
    fix = next((fix for part, fix in _FIXES if part in message), "")
    if not fix and message.startswith("invalid syntax"):
        fix = "look at this line and at the end of the one above: a comma, a quote or a bracket too many or too few"
    return f"Python cannot read this line: {message}", fix or "correct the line"


def _unicode(message: str) -> Told:
    if found := re.search(r"(?:truncated|malformed) \\(\w)", message):
        sign = _ESCAPES.get(found[1], "a backslash")
        return f"Python reads {sign} in this text as the code of a character", f"for LaTeX, {RAW}"
    return "this file is not in UTF-8", "save it in UTF-8 (the usual choice of every editor)"


def _character(char: str) -> Told:
    plain = unicodedata.normalize("NFKC", char)
    plain = {"“": '"', "”": '"', "‘": "'", "’": "'", "。": ".", "、": ",", "【": "[", "】": "]", "—": "-"}.get(
        char, plain
    )
    if plain.isspace() or not char.isprintable():
        what = f"an invisible character (U+{ord(char):04X}) stands in this line"
        return what, "remove it, or write a plain space in its place; it comes with text copied from web pages"
    what = f"the mark {char} stands in this line outside of a text"
    return what, f"write {plain} from the English keyboard" if plain != char else "remove it"
