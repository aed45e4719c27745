"""Which themes a gallery shows, and which of them light and dark pages begin with."""

from __future__ import annotations

from collections.abc import Sequence

from llmfig.gallery.model import Look, Looks
from llmfig.project import Project
from llmfig.runner.render import theme
from llmfig.theme.files import available

ALSO = ("dark", "print")  # shown beside the project's own theme when none are asked for


def looks(project: Project, names: Sequence[str] = ()) -> Looks:
    """The themes that are asked for, by default the project's own, the dark one and the one for print.

    Raises:
        ThemeError: when there is no such theme, or one is wrong.
    """
    own = project.settings.theme
    there = available(project.root)
    wanted = names or [own, *(name for name in ALSO if name in there)]
    themes = tuple(Look(name, (found := theme(project, name)).dark, found.paper) for name in dict.fromkeys(wanted))
    light = next((i for i, look in enumerate(themes) if look.name == own and not look.dark), None)
    if light is None:
        light = next((i for i, look in enumerate(themes) if not look.dark), 0)
    dark = next((i for i, look in enumerate(themes) if look.dark), light)
    return Looks(themes, light, dark)
