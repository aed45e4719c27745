"""What notebooks and scripts use where nothing else is said: language, theme and format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from llmfig.bilingual import LANGS, Lang
from llmfig.errors import FigureError, Source, caller, choices

if TYPE_CHECKING:
    from llmfig.project import Project
    from llmfig.theme.model import Theme

Shown = Literal["en", "zh", "both"]
Shot = Literal["svg", "png"]


@dataclass(slots=True)
class _Choice:
    """What was chosen last; `theme` is None for the project's own."""

    lang: Shown = "en"
    theme: str | None = None
    format: Shot = "svg"


# Of the whole process, not of a context: a kernel runs each cell in a context of its own, which ends with the cell.
chosen = _Choice()


def use(*, lang: Shown | None = None, theme: str | None = None, format: Shot | None = None) -> None:
    """Chooses what figures are shown in from now on, in this notebook or script. What is not named stays as it is.

    The choice is one for the whole process, all of its threads included, and is looked up when a figure is drawn:
    pictures that are already shown stay as they are.

    Args:
        lang: `en`, `zh`, or `both`: side by side.
        theme: name of a theme: `book`, `dark`, `print`, or one of the project's own.
        format: what pictures in a notebook are: `svg`, or `png` for readers of the notebook that show no SVG.

    Raises:
        FigureError: for a value that there is not; then nothing changes.

    Example:
        ```python
        use(lang="both", theme="dark")
        Box(tr("Policy model", "策略模型"), role="model")
        ```
    """
    place = caller()
    if lang is not None:
        check_choice("language", lang, get_args(Shown), place)
    if format is not None:
        check_choice("format", format, get_args(Shot), place)
    if theme is not None:
        from llmfig.project import enclosing

        theme_of(enclosing(), theme, place)
    chosen.lang, chosen.theme, chosen.format = lang or chosen.lang, theme or chosen.theme, format or chosen.format


def check_choice(noun: str, value: object, valid: tuple[str, ...], place: Source) -> None:
    """An error at the author's line for a value that is not one of a few."""
    if value not in valid:
        raise FigureError(f"there is no {noun} {value!r}", fix=choices(value, valid, f"{noun}s"), source=place)


def theme_of(project: Project, name: str | None, place: Source) -> Theme:
    """A theme by its name; without one that which was chosen, or else the project's own.

    Raises:
        FigureError: at the author's line, when there is no such theme, or it is wrong.
    """
    from llmfig.runner.render import theme as load

    try:
        return load(project, name or chosen.theme or project.settings.theme)
    except FigureError as error:
        raise error.at(place) from None


def one_language(lang: str | None, place: Source) -> Lang:
    """The language that one picture is drawn in.

    Raises:
        FigureError: when there is no such language, or both are chosen.
    """
    asked = chosen.lang if lang is None else lang
    for known in LANGS:
        if asked == known:
            return known
    if asked == "both":
        raise FigureError("one picture is in one language", fix='name it: lang="en" or lang="zh"', source=place)
    raise FigureError(f"there is no language {asked!r}", fix=choices(asked, LANGS, "languages"), source=place)
