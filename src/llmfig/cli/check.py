"""`llmfig check`: what is wrong with the pictures, measured."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import TYPE_CHECKING

import typer

from llmfig.cli import options as o
from llmfig.cli.report import guarded, print_failures, shown
from llmfig.cli.targets import ALL, select
from llmfig.project import Project, find

if TYPE_CHECKING:
    from llmfig.check.finding import Finding


def check(
    targets: o.Targets = [ALL],  # noqa: B006 - typer copies it
    *,
    lang: o.LangOption = "en,zh",
    theme: o.ThemeOption = "",
    jobs: o.JobsOption = 0,
    as_json: o.JsonOption = False,
    traceback: o.TracebackOption = False,
) -> None:
    """Check figures: overflow, overlap, labels on lines, colours, translations. Exit code 1 when something is wrong."""
    with guarded(traceback):
        project = find()
        refs = select(project, targets)
        langs = o.langs(lang)
        from llmfig.glossary import load as load_glossary  # all of it imports what draws
        from llmfig.runner import inspect
        from llmfig.runner.each import each
        from llmfig.runner.outcome import Failure, merged
        from llmfig.runner.render import theme as load_theme

        used = load_theme(project, theme or project.settings.theme)
        context = inspect.Context(project.root, used, load_glossary(project.root), langs)
        findings: list[Finding] = []
        failures: list[Failure] = []
        for _, result in each(inspect.inspect, context, refs, jobs=jobs):
            if isinstance(result, Failure):
                failures.append(result)
            else:
                findings += result.findings
                failures += merged(result.failures)
        if as_json:
            typer.echo(json.dumps([_entry(project, f) for f in findings], ensure_ascii=False, indent=2))
        else:
            _print(project, findings, len(refs), len({f.figure for f in failures}))
        if failures:
            print_failures(failures, project, trace=traceback)
        if failures or any(f.allowed is None for f in findings):
            raise typer.Exit(1)


def _entry(project: Project, finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "figure": finding.figure,
        "lang": finding.lang,
        "message": finding.message,
        "fix": finding.fix,
        "source": shown(finding.source, project) if finding.source else None,
        "target": finding.target,
        "allowed": finding.allowed,
    }


def _print(project: Project, findings: list[Finding], asked: int, failed: int) -> None:
    """The findings of each figure together; those that are allowed are counted, with the authors' reasons."""
    wrong = [f for f in findings if f.allowed is None]
    for name in dict.fromkeys(f.figure for f in wrong):
        typer.echo(typer.style(name, bold=sys.stdout.isatty()))
        for f in wrong:
            if f.figure == name:
                place = f"{shown(f.source, project)}: " if f.source else ""
                typer.echo(f"  {place}[{f.lang}] {f.rule}: {f.message}\n    fix: {f.fix}")
    allowed = Counter((f.rule, f.figure, f.allowed) for f in findings if f.allowed is not None)
    if allowed:
        typer.echo("allowed by their authors:")
        for (rule, name, reason), count in sorted(allowed.items()):
            typer.echo(f"  {name}: {rule} x{count}: {reason}")
    verdict = f"{len(wrong)} findings in {len({f.figure for f in wrong})} of them" if wrong else "nothing wrong"
    excused = f", {allowed.total()} findings allowed" if allowed else ""
    drawn = asked - failed
    checked = f"checked {drawn} figure{'' if drawn == 1 else 's'}: {verdict}{excused}" if drawn else "checked nothing"
    typer.echo(checked + (f"; {failed} could not be drawn" if failed else ""))
