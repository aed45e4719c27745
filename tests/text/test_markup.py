"""The markup of labels: what it does, and above all what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.errors import FigureError
from llmfig.text.markup import Span, literal, parse, plain


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3",
        "R - scale * KL",
        "*",
        "* a *",
        "a * b * c",
        "2*3*4",
        "x**2 + y**2",
        "f(*args, **kwargs)",
        "**lone",
        "lone**",
        "*lone",
        "[a, b]",
        "a[i] + b[j]",
        "[x](y)",
        "[open",
        "{role}",
        "`lone",
        "(*,*)",
        "\\n",
        "a_b_c",
        "**",
        "****",
        "``",
        "C:\\dir",
    ],
)
def test_left_alone(text: str) -> None:
    assert parse(text) == (Span(text),)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("**bold** x", [Span("bold", bold=True), Span(" x")]),
        ("an *italic* word", [Span("an "), Span("italic", italic=True), Span(" word")]),
        ("***both***", [Span("both", bold=True, italic=True)]),
        ("这是**重点**内容", [Span("这是"), Span("重点", bold=True), Span("内容")]),
        ("**P**roximal", [Span("P", bold=True), Span("roximal")]),
        ("call `f(*x*)`", [Span("call "), Span("f(*x*)", mono=True)]),
        ("loss $L_{i*j*k}$", [Span("loss "), Span("L_{i*j*k}", math=True)]),
        ("[奖励 **r**]{loss}!", [Span("奖励 ", role="loss"), Span("r", bold=True, role="loss"), Span("!")]),
        ("[a[1]$]$`]`]{d}", [Span("a[1]", role="d"), Span("]", role="d", math=True), Span("]", role="d", mono=True)]),
        ("**a [b]{loss} c**", [Span("a ", bold=True), Span("b", bold=True, role="loss"), Span(" c", bold=True)]),
        ("[a [b]{data} c]{loss}", [Span("a ", role="loss"), Span("b", role="data"), Span(" c", role="loss")]),
        (r"\*no\* \$5 \[a\]{b} \\", [Span("*no* $5 [a]{b} \\")]),
        (r"$\$5$", [Span(r"\$5", math=True)]),
        ("a\nb", [Span("a\nb")]),
        ("*a*, *b*", [Span("a", italic=True), Span(", "), Span("b", italic=True)]),
        ("$a$$b$", [Span("a", math=True), Span("b", math=True)]),
        ("", []),
    ],
)  # fmt: skip
def test_markup(text: str, spans: list[Span]) -> None:
    assert list(parse(text)) == spans


@pytest.mark.parametrize("text", ["$5", "a $x", "$a$ $b", "[$]{loss}", "**$**"])
def test_a_lone_dollar_is_an_error_with_its_fix(text: str) -> None:
    with pytest.raises(FigureError, match=r"\$ without its partner.*\n.*fix: .*\\\$"):
        parse(text)


@pytest.mark.parametrize("text", ["$$", "$ $"])
def test_an_empty_formula_is_an_error(text: str) -> None:
    with pytest.raises(FigureError, match="empty formula"):
        parse(text)


def test_literal_is_not_read_even_after_its_twin_was() -> None:
    assert parse("*a* $x$")[0].italic
    assert parse(literal("*a* $x$")) == (Span("*a* $x$"),)
    assert parse(literal("")) == ()


def test_plain() -> None:
    assert plain("the [**reward** model]{loss} $r_t$ `x`") == "the reward model r_t x"


@given(st.text(st.sampled_from("ab *`[]{}\\奖 \n"), max_size=30))
def test_nothing_but_signs_is_ever_lost(text: str) -> None:
    kept = [c for c in text if c in "ab奖\n"]
    said = [c for c in plain(text) if c in "ab奖\n"]
    # A role's name in braces is all that may go.
    assert said == kept or "{" in text
    assert all(span.text for span in parse(text))


@given(st.text(max_size=30))
def test_literal_keeps_everything(text: str) -> None:
    assert plain(literal(text)) == text
