"""Proof that the gate closes: defects that image tolerances let through are each reported, and as what they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from llmfig.build import build_scene
from llmfig.picture import Kind, compare
from llmfig.registry import load
from llmfig.render.thumbnail import thumbnail
from llmfig.scene.dump import dump
from llmfig.scene.model import Box, Glyph, GlyphRun, Group, Item, Scene, Shape, walk
from llmfig.text.fonts import glyph_id
from llmfig.theme.load import load as load_theme

FIGURE = r"""
from llmfig import Arrow, Box, Column, Diagram, Panel, Row, figure, tr


@figure(title=("A figure with defects", "有缺陷的图"), alt=("Boxes in rows.", "几行方框。"))
def defects() -> Diagram:
    rows = []
    arrows = []
    for i in range(4):
        names = ["Prompt", "Policy model", "Response", f"Reward {i}", "Critic", "Update"]
        roles = ["data", "model", "sample", "loss", "model", "plain"]
        boxes = [Box(name, role=role) for name, role in zip(names, roles)]
        arrows += [Arrow(a, b) for a, b in zip(boxes, boxes[1:])]
        rows.append(Row(*boxes, gap="l"))
    symbols = Box("π", role="model"), Box(r"$\pi_\theta(a \mid s)$"), Box("Label", role="cell")
    return Diagram(Column(*rows, Row(*symbols, gap="l"), gap="l"), *arrows)
"""
BEFORE, AFTER = "#eef4ff", "#e6eefc"
Edit = Callable[[Item], Item | None]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    file = tmp_path_factory.mktemp("project") / "figures" / "one" / "defects.py"
    file.parent.mkdir(parents=True)
    file.write_text(FIGURE, encoding="utf-8")
    built = build_scene(load(file), "en", load_theme("book"))
    label = said(built, "Label")
    return edited(built, {label: painted(label, BEFORE)})


def said(scene: Scene, text: str, kind: str = "box") -> Group:
    """The element that says this."""
    holds = [g for g in walk(scene.root) if isinstance(g, Group) and g.kind == kind]
    return next(g for g in holds if any(isinstance(r, GlyphRun) and r.text == text for r in walk(g)))


def edited(scene: Scene, changes: dict[Group, Group]) -> Scene:
    """The scene with some of its groups replaced."""

    def change(item: Item) -> Item:
        if not isinstance(item, Group):
            return item
        new = next((new for old, new in changes.items() if old.id == item.id), None)
        return new or replace(item, children=tuple(map(change, item.children)))

    root = change(scene.root)
    assert isinstance(root, Group)
    return replace(scene, root=root)


def every(item: Item, edit: Callable[[Item], Item]) -> Item:
    """The item with everything in it edited, innermost first."""
    if isinstance(item, Group):
        item = replace(item, children=tuple(every(child, edit) for child in item.children))
    return edit(item)


def group_with(group: Group, edit: Callable[[Item], Item]) -> Group:
    new = every(group, edit)
    assert isinstance(new, Group)
    return new


def painted(group: Group, fill: str) -> Group:
    def paint(item: Item) -> Item:
        if isinstance(item, Box | Shape) and item.paint.fill is not None:
            return replace(item, paint=replace(item.paint, fill=fill))
        return item

    return group_with(group, paint)


def moved(group: Group, dx: float) -> Group:
    def move(item: Item) -> Item:
        match item:
            case Box():
                return replace(item, rect=item.rect.shifted(dx, 0))
            case Shape():
                return replace(item, path=item.path.shifted(dx, 0))
            case GlyphRun():
                glyphs = tuple(Glyph(g.gid, g.x + dx, g.y) for g in item.glyphs)
                return replace(item, glyphs=glyphs, rect=item.rect.shifted(dx, 0))
            case Group():
                return replace(item, rect=item.rect.shifted(dx, 0))

    return group_with(group, move)


def unlabelled(scene: Scene, text: str) -> Scene:
    """The scene without the letters of one label; its box stays."""
    group = said(scene, text)
    wordless = group_with(
        group,
        lambda item: (
            replace(item, children=tuple(c for c in item.children if not isinstance(c, GlyphRun)))
            if isinstance(item, Group)
            else item
        ),
    )
    return edited(scene, {group: wordless})


def respelled(scene: Scene, text: str, glyph: str) -> Scene:
    """The scene with a symbol of a text font replaced by another one."""
    group = said(scene, text)

    def spell(item: Item) -> Item:
        if isinstance(item, GlyphRun) and item.text == text:
            gid = glyph_id(item.font, glyph)
            assert gid is not None
            return replace(item, text=glyph, glyphs=(replace(item.glyphs[0], gid=gid),))
        return item

    return edited(scene, {group: group_with(group, spell)})


def reformulated(scene: Scene) -> Scene:
    """The scene with the π of its formula replaced by the θ that stands in the same formula."""
    group = next(g for g in walk(scene.root) if isinstance(g, Group) and g.kind == "box" and formula_runs(g))
    pi, theta = formula_runs(group)[:2]

    def spell(item: Item) -> Item:
        if item != pi:
            return item
        first = replace(pi.glyphs[0], gid=theta.glyphs[0].gid)
        return replace(pi, font=theta.font, glyphs=(first, *pi.glyphs[1:]))

    return edited(scene, {group: group_with(group, spell)})


def formula_runs(group: Group) -> list[GlyphRun]:
    return [item for item in walk(group) if isinstance(item, GlyphRun) and item.font.startswith("math")]


DEFECTS: dict[str, tuple[Kind, Callable[[Scene], Scene]]] = {
    "a label is dropped": ("local", lambda s: unlabelled(s, "Label")),
    "a longer label is dropped": ("local", lambda s: unlabelled(s, "Reward 2")),
    "π became θ": ("local", lambda s: respelled(s, "π", "θ")),
    "π became θ in a formula": ("local", reformulated),
    "a fill is slightly off": ("colour", lambda s: edited(s, {said(s, "Label"): painted(said(s, "Label"), AFTER)})),
    "a role is another": ("colour", lambda s: edited(s, {said(s, "Critic"): painted(said(s, "Critic"), "#c0bfde")})),
    "a node is off by 1 px": ("moved", lambda s: edited(s, {said(s, "Label"): moved(said(s, "Label"), 1)})),
    "a node is off by 30 px": ("moved", lambda s: edited(s, {said(s, "Label"): moved(said(s, "Label"), 30)})),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_the_text_of_the_scene_shows_it(scene: Scene, defect: str) -> None:
    _, plant = DEFECTS[defect]
    assert dump(plant(scene)) != dump(scene)


@pytest.mark.parametrize("defect", DEFECTS)
def test_the_picture_shows_it_and_as_what_it_is(scene: Scene, defect: str) -> None:
    kind, plant = DEFECTS[defect]
    difference = compare(thumbnail(scene), thumbnail(plant(scene)))
    assert not difference.exact
    assert difference.kind == kind, difference


def test_the_same_scene_is_the_same(scene: Scene) -> None:
    assert dump(scene) == dump(replace(scene))
    assert compare(thumbnail(scene), thumbnail(replace(scene))).exact


def test_another_size_has_moved(scene: Scene) -> None:
    assert compare(thumbnail(scene), thumbnail(replace(scene, height=scene.height + 40))).kind == "moved"
