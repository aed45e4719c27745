"""A figure built for real: it is clean, and every defect planted in it is told by the rule that is made for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from llmfig import Arrow, Box, Brace, Callout, Column, Diagram, Matrix, Panel, Row, Strip, Table, fan_in, fan_out, tr
from llmfig.bilingual import LANGS
from llmfig.build import build_scene
from llmfig.check import check, check_figure
from llmfig.errors import Source
from llmfig.geometry import Point
from llmfig.layout.element import Element
from llmfig.registry import FigureDef
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import GlyphRun, Group, Item, Scene, groups
from tests.check.scenes import THEME


def drawing() -> Element:
    """A bit of everything that figures are made of."""
    policy = Box(tr("Policy model", "策略模型"), role="model", cards=2)
    memory = Box(tr("Replay buffer", "经验回放池"), shape="cylinder", role="data")
    reward = Box("$r_t$", shape="circle", role="loss")
    tokens = Strip(tr(["How", "are", "you"], ["你", "好", "吗"]), role="data")
    weights = Matrix([[0.6, ..., 1.8], [-1.7, ..., -1.3]], fmt=".1f", badge="3×896")
    formats = Table([["FP16", "5"], ["BF16", "8"]], head=[tr("Format", "格式"), tr("Exponent", "指数")])
    note = Callout(tr("The reward comes last", "奖励最后才到"), to=reward)
    models = [Box(tr(f"Model {i}", f"模型 {i}"), role="auxiliary") for i in (1, 2, 3)]
    prompt = Diagram(tokens, Brace(tokens[0:2], side="bottom", label=tr("Prompt", "提示词")))
    top = Row(
        Column(policy, prompt, gap="xl"), Column(memory, weights, gap="xl"), Column(reward, note, gap="xl"), gap="xxl"
    )
    total = Box(tr("Loss", "损失"), role="loss")
    body = Column(Panel(top, title=tr("Collection", "收集")), Row(*models, gap="l"), total, formats, gap="xxl")
    return Diagram(
        body,
        Arrow(policy, memory, label=tr("on", "存"), label_at="on"),
        Arrow(memory, reward),
        fan_out(tokens.bottom, [m.top for m in models[:1]]),
        fan_in([m.bottom for m in models], total.top),
    )


def build() -> tuple[Scene, ...]:
    figure = FigureDef(
        id="planted", chapter="test", title=("A bit of everything", "什么都有一点"),
        alt=("Boxes, arrows, a strip, a matrix and a table", "框、箭头、词元条、矩阵与表格"),
        function=drawing, source=Source("planted.py", 1), file=Path("planted.py"),
    )  # fmt: skip
    return tuple(build_scene(figure, lang, THEME) for lang in LANGS)


SCENES = build()


def test_the_figure_is_clean() -> None:
    assert [str(f) for f in check_figure(SCENES, THEME)] == []


def spoiled(scene: Scene, wanted: Callable[[Group], bool], change: Callable[[Group], Group]) -> Scene:
    """The scene with its first group of a kind changed."""
    done = False

    def visit(item: Item) -> Item:
        nonlocal done
        if not isinstance(item, Group):
            return item
        if not done and wanted(item):
            done = True
            return change(item)
        return replace(item, children=tuple(visit(c) for c in item.children))

    root = visit(scene.root)
    assert done
    assert isinstance(root, Group)
    return replace(scene, root=root)


def moved(item: Item, dx: float, dy: float) -> Item:
    match item:
        case Group():
            return replace(
                item,
                rect=item.rect.shifted(dx, dy),
                inner=item.inner.shifted(dx, dy) if item.inner else None,
                outline=item.outline.shifted(dx, dy) if item.outline else None,
                children=tuple(moved(c, dx, dy) for c in item.children),
            )
        case SceneBox():
            return replace(item, rect=item.rect.shifted(dx, dy))
        case GlyphRun():
            glyphs = tuple(replace(g, x=g.x + dx, y=g.y + dy) for g in item.glyphs)
            return replace(item, rect=item.rect.shifted(dx, dy), glyphs=glyphs)
        case _:
            return replace(item, path=item.path.shifted(dx, dy))


def shift(dx: float, dy: float) -> Callable[[Group], Group]:
    def change(group: Group) -> Group:
        there = moved(group, dx, dy)
        assert isinstance(there, Group)
        return there

    return change


def runs(group: Group, change: Callable[[GlyphRun], GlyphRun]) -> Group:
    children = (
        runs(c, change) if isinstance(c, Group) else change(c) if isinstance(c, GlyphRun) else c for c in group.children
    )
    return replace(group, children=tuple(children))


def unhooked(group: Group) -> Group:
    assert group.link is not None
    end = group.link.end
    return replace(group, link=replace(group.link, end=replace(end, point=Point(end.point.x - 4, end.point.y))))


def slanted(group: Group) -> Group:
    assert group.link is not None
    *rest, last = group.link.route
    return replace(group, link=replace(group.link, route=(*rest, Point(last.x, last.y + 2))))


def repainted(group: Group) -> Group:
    children = (
        replace(c, paint=replace(c.paint, fill="#eef4fe")) if isinstance(c, SceneBox) else c for c in group.children
    )
    return replace(group, children=tuple(children))


def says(text: str) -> Callable[[Group], bool]:
    return lambda g: g.kind == "text" and g.text == text


def kind(name: str, role: str | None = None) -> Callable[[Group], bool]:
    return lambda g: g.kind == name and (role is None or g.role == role)


@pytest.mark.parametrize(
    ("wanted", "change", "rule"),
    [
        (says("Policy model"), shift(14, 0), "text-overflow"),
        (says("Policy model"), lambda g: runs(g, lambda r: replace(r, size=9)), "too-small"),
        (says("Policy model"), lambda g: runs(g, lambda r: replace(r, color="#71ccf5")), "contrast"),
        (says("Collection"), lambda g: runs(g, lambda r: replace(r, color="#1c2531")), "off-palette"),
        (says("Prompt"), shift(0, -14), "text-on-line"),
        (says("Prompt"), shift(0, -34), "overlap"),
        (kind("box", "auxiliary"), shift(60, 0), "overlap"),
        (kind("box", "loss"), shift(0, 6), "loose-end"),
        (kind("matrix"), shift(0, -110), "overlap"),
        (kind("matrix"), shift(-900, 0), "off-canvas"),
        (kind("strip"), shift(-50, 0), "sticking-out"),
        (kind("arrow"), unhooked, "loose-end"),
        (kind("arrow"), slanted, "nearly-straight"),
        (kind("table"), shift(0, -120), "overlap"),
        (kind("box", "model"), repainted, "off-palette"),
    ],
)  # fmt: skip
def test_planted_defects(wanted: Callable[[Group], bool], change: Callable[[Group], Group], rule: str) -> None:
    found = check(spoiled(SCENES[0], wanted, change), THEME)
    assert rule in {f.rule for f in found}, "\n".join(map(str, found))


def test_every_group_of_the_figure_can_be_named() -> None:
    ids = [g.id for g in groups(SCENES[0])]
    assert len(ids) == len(set(ids))
