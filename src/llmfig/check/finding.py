"""What a check has to say: a finding, and the raw hit that a rule reports before it becomes one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from llmfig.errors import Source

if TYPE_CHECKING:
    from llmfig.check.nodes import Node
    from llmfig.check.view import View


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw of one picture.

    Attributes:
        rule: name of the rule, a key of `RULES`.
        message: what is wrong, with the measured number and its limit.
        fix: what to do about it.
        figure: id of the figure.
        lang: language of the picture it was seen in.
        source: the author's file and line, when known.
        target: id of the group it is about, "" for the whole figure.
        allowed: the author's reason, when the flaw is a deliberate exception.
    """

    rule: str
    message: str
    fix: str
    figure: str
    lang: Literal["en", "zh"]
    source: Source | None
    target: str
    allowed: str | None = None

    def __str__(self) -> str:
        where = f"{self.source}: " if self.source else ""
        note = f"\n  allowed: {self.allowed}" if self.allowed is not None else f"\n  fix: {self.fix}"
        return f"{where}{self.figure} [{self.lang}] {self.rule}: {self.message}{note}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A flaw as a rule sees it: the groups that take part, the one to blame first; none for the whole figure."""

    message: str
    fix: str
    nodes: tuple[Node, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the linter.

    Attributes:
        name: how findings and allowances call it.
        summary: one line on what it catches.
        docs: limits and exceptions, for the manual.
        run: finds the flaws of one picture; None where both languages are needed (see `check_pair`).
    """

    name: str
    summary: str
    docs: str
    run: Callable[[View], Iterable[Hit]] | None = None
