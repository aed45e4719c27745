"""Deliberate exceptions: which finding an allowance excuses, and which allowances excuse nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from llmfig.check.finding import Finding, Hit, Rule
from llmfig.errors import choices
from llmfig.scene.model import Allowance, Group, Scene, groups

STALE = "stale-allowance"


class Allowed:
    """The allowances of one picture, and which of them were needed."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._within: dict[str, frozenset[str]] = {}
        self.used: set[int] = set()

    def finding(self, rule: str, hit: Hit) -> Finding:
        """A hit as a finding, with the reason of the first allowance that excuses it."""
        scene = self._scene
        target = hit.nodes[0] if hit.nodes else None
        source = hit.source or (target.source if target else None) or scene.source
        reason = None
        for i, allowance in enumerate(scene.allowances):
            if allowance.rule == rule and self._matches(allowance, {n.group.id for n in hit.nodes}):
                self.used.add(i)
                reason = allowance.reason if reason is None else reason
        return Finding(
            rule, hit.message, hit.fix, scene.id, scene.lang, source, target.group.id if target else "", reason
        )

    def _matches(self, allowance: Allowance, involved: Collection[str]) -> bool:
        """An allowance for a group excuses what happens to it, or to anything in it; one for the figure, everything."""
        if not allowance.target:
            return True
        if allowance.target not in self._within:
            found = next((g for g in groups(self._scene) if g.id == allowance.target), None)
            self._within[allowance.target] = frozenset(_ids(found)) if found else frozenset()
        return not self._within[allowance.target].isdisjoint(involved)

    def stale(self, rules: Mapping[str, Rule], judged: Collection[str]) -> Iterator[Finding]:
        """Findings for allowances that excused nothing, of rules that were `judged`, or of no rule at all."""
        scene = self._scene
        ids = {g.id for g in groups(scene)}
        for i, a in enumerate(scene.allowances):
            if a.rule not in rules:
                message, fix = f"there is no rule {a.rule!r} to make an exception from", choices(a.rule, rules, "rules")
            elif i in self.used or a.rule not in judged:
                continue
            elif a.target and a.target not in ids:
                message, fix = (
                    f"the exception from {a.rule} is for {a.target!r}, which is not in the figure",
                    "name an element of the figure, or drop it",
                )
            else:
                message, fix = f"nothing needs the exception from {a.rule} ({a.reason})", "drop it"
            yield Finding(STALE, message, fix, scene.id, scene.lang, a.source, a.target)


def _ids(group: Group) -> Iterator[str]:
    yield group.id
    for child in group.children:
        if isinstance(child, Group):
            yield from _ids(child)


def still_stale(findings: Iterable[Finding], scenes: Collection[Scene]) -> list[Finding]:
    """All findings but the stale allowances that one of the languages needs, each remaining one told once.

    An exception written once is recorded in both pictures; a long English label may need it, the Chinese one not.
    """
    kept: list[Finding] = []
    stale: dict[tuple[object, str, str], list[Finding]] = {}
    for f in findings:
        if f.rule == STALE and f.allowed is None:
            stale.setdefault((f.source, f.target, f.message), []).append(f)
        else:
            kept.append(f)
    for (source, target, _), told in stale.items():
        # Conditional exceptions (`if language() == "en"`) are recorded in one picture only, and must be needed there.
        recorded = sum(any(a.source == source and a.target == target for a in s.allowances) for s in scenes)
        if len(told) >= recorded:
            kept.append(told[0])
    return kept
