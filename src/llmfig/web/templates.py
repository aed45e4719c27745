"""Templates and assets of the pages.

Everything that comes from an author (titles, labels, file and branch names) reaches a page through here only: templates
escape it, and data for scripts is JSON that cannot end its element.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

# What would end a script element, start a comment in it, or end a line of JavaScript but not of JSON.
_SPELT_OUT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@cache
def environment() -> Environment:
    """The template engine: it escapes all values, and an unknown name in a template is an error."""
    found = Environment(
        loader=PackageLoader("llmfig", "web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["script_json"] = script_json
    found.globals["asset"] = lambda name: Markup(asset(name))
    return found


def page(template: str, **values: object) -> str:
    """A template, filled in. `template` is a path below `llmfig/web`."""
    return environment().get_template(template).render(**values)


def asset(name: str) -> str:
    """The text of a style sheet or script below `llmfig/web`."""
    return files("llmfig.web").joinpath(name).read_text(encoding="utf-8")


def script_json(value: object) -> Markup:
    """A value as JSON that is safe inside of `<script>`, whatever strings it holds."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _SPELT_OUT.items():
        text = text.replace(character, escape)
    return Markup(text)
