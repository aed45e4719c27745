"""The linter of figures: geometry, colours and language, judged on the finished Scene.

`check` judges one picture, `check_pair` what only shows when both languages are seen together, and `check_figure` does
all of it for one figure. `RULES` names every rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from llmfig.check import pair
from llmfig.check.exceptions import Allowed, still_stale
from llmfig.check.finding import Finding, Hit, Rule
from llmfig.check.rules import RULES
from llmfig.check.view import Picture, View
from llmfig.glossary import Glossary, built_in
from llmfig.scene.model import Scene
from llmfig.theme.model import Theme

__all__ = ["RULES", "Finding", "Rule", "check", "check_figure", "check_pair"]

_PAIR = {"untranslated": pair.untranslated, "language-mismatch": pair.mismatch}
# Rules that look at one language only: an exception from them cannot be judged in the other picture.
_ONE_LANGUAGE = {"hanzi-in-english": "en", "half-width-in-chinese": "zh"}


def check(scene: Scene, theme: Theme, *, glossary: Glossary | None = None) -> list[Finding]:
    """Every flaw of one picture, excused ones included (`finding.allowed`).

    Args:
        scene: the picture.
        theme: the theme it was drawn in.
        glossary: the terms to hold it to; default: the built-in ones.

    Returns:
        Findings in the order of `RULES`.
    """
    view = View(scene, theme, glossary or built_in())
    allowed = Allowed(scene)
    hits = {name: list(rule.run(view)) for name, rule in RULES.items() if rule.run}
    hits["text-on-text"] = [hit for hit in hits["text-on-text"] if not _told_by(hits["overlap"], hit)]
    found = [allowed.finding(name, hit) for name, some in hits.items() for hit in some]
    # Whether both languages are the same is seen by `check_pair` too, so an exception from that is never stale here.
    judged = {
        name
        for name, rule in RULES.items()
        if rule.run and _ONE_LANGUAGE.get(name, scene.lang) == scene.lang and name not in _PAIR
    }
    return found + list(allowed.stale(RULES, judged))


def _told_by(overlaps: list[Hit], hit: Hit) -> bool:
    """Whether words only lie on each other because what holds them does, which has been told."""
    a, b = hit.nodes
    return any((p.holds(a) and q.holds(b)) or (p.holds(b) and q.holds(a)) for p, q in (o.nodes for o in overlaps))


def check_pair(en: Scene, zh: Scene) -> list[Finding]:
    """What the two pictures of a figure have different that should be the same; told of the Chinese one.

    Example:
        for finding in check_pair(english, chinese):
            print(finding)
    """
    pictures = Picture(en), Picture(zh)
    allowed = Allowed(zh)
    found = [allowed.finding(name, hit) for name, rule in _PAIR.items() for hit in rule(*pictures)]
    return found + list(allowed.stale(RULES, {"language-mismatch"}))


def check_figure(scenes: Sequence[Scene], theme: Theme, *, glossary: Glossary | None = None) -> list[Finding]:
    """All findings of one figure in all its languages.

    An exception that one language needs is not stale in the other. Tests and commands should prefer this to `check`.
    """
    found = [f for scene in scenes for f in check(scene, theme, glossary=glossary)]
    by_language = {scene.lang: scene for scene in scenes}
    if len(by_language) == 2:
        found += check_pair(by_language["en"], by_language["zh"])
    return still_stale(found, scenes)
