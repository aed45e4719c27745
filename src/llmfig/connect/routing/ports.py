"""Where along a side the wires attach: straight ones first, the others spread evenly around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cmp_to_key
from itertools import pairwise

from llmfig.connect.routing.plan import Identity, Job, World, identity
from llmfig.connect.routing.separation import separate
from llmfig.connect.routing.straight import Line
from llmfig.geometry import Point, Side

MIN_PORT = 10.0  # px between two ports, while the side is long enough
CORNER = 8.0  # px between a port that had to give way and the end of its side


@dataclass(slots=True)
class Slot:
    """One port: a wire's end, or the shared end of a trunk.

    Attributes:
        uses: (job, which end) of everything that attaches here.
        pin: coordinate along the side, when something fixes it.
        line: the straight wire that fixes it.
    """

    uses: list[tuple[Job, int]] = field(default_factory=list)
    pin: float | None = None
    line: Line | None = None


Sides = dict[tuple[Identity, Side], list[Slot]]


def assign(world: World, straights: list[Line]) -> list[Line]:
    """Give every end its port. Straight wires move no more than they must.

    Returns:
        The wires that stay straight; one whose overlap is too small for its neighbours on a side is given up.
    """
    sides = _slots(world, straights)
    for key, slots in sides.items():
        slots.sort(key=cmp_to_key(lambda a, b, side=key[1]: _order(a, b, side)))  # type: ignore[misc]
    kept = _pin(sides, straights)
    for (_, side), slots in sides.items():
        _spread(slots, side)
    return kept


def _slots(world: World, straights: list[Line]) -> Sides:
    by_job = {line.job.index: line for line in straights}
    sides: Sides = {}
    shared: dict[tuple[str, Identity, Side, float | None, Point | None], Slot] = {}
    for job in world.jobs:
        for k, end in enumerate(job.ends):
            assert end.side is not None
            slots = sides.setdefault((identity(end.terminal), end.side), [])
            line = by_job.get(job.index)
            slot: Slot | None = None
            if job.trunk is not None and k == job.root:
                handle = (job.trunk, identity(end.terminal), end.side, end.terminal.t, end.terminal.point)
                slot = shared.get(handle)
                if slot is None:
                    slot = shared[handle] = Slot()
                    slots.append(slot)
            else:
                slot = Slot()
                slots.append(slot)
            slot.uses.append((job, k))
            if line is not None and slot.line is None:
                slot.line, slot.pin = line, line.wanted
            if end.fixed:
                p = end.port(end.side)
                slot.pin = p.y if end.side in ("left", "right") else p.x
    return sides


def _pin(sides: Sides, straights: list[Line]) -> list[Line]:
    """Settle the coordinates of straight wires: twins side by side, and room for their neighbours."""
    _twins(straights)
    for (_, side), slots in sides.items():
        _leave_room(slots, side)
    kept = sorted((s for s in straights if s.low <= s.high + 1e-9), key=lambda s: (s.across, s.wanted, s.job.index))
    rank = {id(line): k for k, line in enumerate(kept)}
    gaps: list[tuple[int, int, float]] = []
    for slots in sides.values():
        for s in slots:
            if s.line is not None and id(s.line) not in rank:
                s.line = s.pin = None
        least = _least(slots)
        pinned = sorted((rank[id(s.line)], k) for k, s in enumerate(slots) if s.line is not None)
        for (ra, a), (rb, b) in pairwise(pinned):
            if ra != rb:
                free = sum(s.pin is None for s in slots[min(a, b) : max(a, b)])
                gaps.append((ra, rb, least * (1 + free)))
    places = separate([s.wanted for s in kept], [(s.low, s.high) for s in kept], gaps)
    for line, place in zip(kept, places, strict=True):
        line.wanted = place
    for slots in sides.values():
        for s in slots:
            if s.line is not None:
                s.pin = s.line.wanted
        pins = iter(sorted((s for s in slots if s.pin is not None), key=lambda s: s.pin or 0.0))
        slots[:] = [next(pins) if s.pin is not None else s for s in slots]
    return kept


def _least(slots: list[Slot]) -> float:
    """Smallest distance between ports on a side, in px."""
    job, k = slots[0].uses[0]
    end = job.ends[k]
    assert end.side is not None
    r = end.terminal.rect
    length = r.h if end.side in ("left", "right") else r.w
    return min(MIN_PORT, length / (len(slots) + 1))


def _leave_room(slots: list[Slot], side: Side) -> None:
    """Keep straight wires far enough from the ends of the side for the ports that have to go there."""
    job, k = slots[0].uses[0]
    r = job.ends[k].terminal.rect
    lo, hi = (r.y, r.bottom) if side in ("left", "right") else (r.x, r.right)
    least = _least(slots)
    for n, s in enumerate(slots):
        if s.line is None or any(e.fixed for e in s.line.job.ends):
            continue
        before = sum(o.pin is None for o in slots[:n])
        after = sum(o.pin is None for o in slots[n + 1 :])
        if before:
            s.line.low = max(s.line.low, lo + least * (before + 1))
        if after:
            s.line.high = min(s.line.high, hi - least * (after + 1))


def _twins(straights: list[Line]) -> None:
    """Several straight wires between the same two sides share their overlap evenly."""
    bundles: dict[tuple[bool, frozenset[Identity]], list[Line]] = {}
    for s in straights:
        pair = frozenset(identity(e.terminal) for e in s.job.ends)
        if not any(e.fixed for e in s.job.ends) and s.job.trunk is None:
            bundles.setdefault((s.across, pair), []).append(s)
    for bundle in bundles.values():
        if len(bundle) < 2:
            continue
        spans = [e.span(e.side) for e in bundle[0].job.ends if e.side is not None]
        low, high = max(s[0] for s in spans), min(s[1] for s in spans)
        for i, s in enumerate(bundle):
            s.wanted = min(max(low + (high - low) * (i + 1) / (len(bundle) + 1), s.low), s.high)


def _order(a: Slot, b: Slot, side: Side) -> int:
    """Which of two ports comes first along the side, so that their wires do not cross."""
    if a.pin is not None and b.pin is not None and abs(a.pin - b.pin) > 0.01:
        return -1 if a.pin < b.pin else 1
    # What bends off to its left hand comes first on the right side (its left hand is up) and on the top side (left),
    # and last on the others.
    hand = 1 if side in ("right", "top") else -1
    total = 0
    for ja, ka in a.uses:
        for jb, kb in b.uses:
            pa = ja.path if ka == 0 else ja.path[::-1]
            pb = jb.path if kb == 0 else jb.path[::-1]
            part = leftness(pa, pb)
            if part == 0:
                # Twins: the first of them keeps to the left all along, seen in its own direction.
                part = (1 if ka == 0 else -1) if ja.index < jb.index else (-1 if kb == 0 else 1)
                part = part if _twin(ja, jb) else 0
            total += part
    if total:
        return -hand if total > 0 else hand
    fa, fb = _far(a, side), _far(b, side)
    if abs(fa - fb) > 0.5:
        return -1 if fa < fb else 1
    return -1 if a.uses[0][0].index < b.uses[0][0].index else 1


def _twin(a: Job, b: Job) -> bool:
    pair = {identity(e.terminal) for e in a.ends}
    return pair == {identity(e.terminal) for e in b.ends}


def _far(slot: Slot, side: Side) -> float:
    """Mean coordinate, along the side, of the other ends."""
    values = []
    for job, k in slot.uses:
        c = job.ends[1 - k].terminal.rect.center
        values.append(c.y if side in ("left", "right") else c.x)
    return sum(values) / len(values)


def leftness(a: list[Point], b: list[Point], tolerance: float = 0.5) -> int:
    """1 when path `a` parts from path `b` to its left (seen in travel), -1 to its right, 0 when they never part.

    Both are taken to begin at one place; stretches that differ by less than `tolerance` px are taken as equally long.
    """
    ma, mb = _moves(a), _moves(b)
    for i, ((da, la), (db, lb)) in enumerate(zip(ma, mb, strict=False)):
        if da != db:
            prior = ma[i - 1][0] if i else da
            return _turn(prior, da, db)
        if abs(la - lb) > tolerance:
            short, sign = (ma, 1) if la < lb else (mb, -1)
            if i + 1 >= len(short):
                return 0
            return sign * (1 if (short[i + 1][0] - da) % 4 == 3 else -1)
    return 0


def _turn(prior: int, da: int, db: int) -> int:
    # Headings count clockwise: 3 is a turn to the left, 0 straight on, 1 to the right.
    rank = {3: 1, 0: 0, 1: -1, 2: 0}
    ra, rb = rank[(da - prior) % 4], rank[(db - prior) % 4]
    return (ra > rb) - (ra < rb)


def _moves(points: list[Point]) -> list[tuple[int, float]]:
    out: list[tuple[int, float]] = []
    for p, q in pairwise(points):
        if p.x == q.x:
            out.append((1 if q.y > p.y else 3, abs(q.y - p.y)))
        else:
            out.append((0 if q.x > p.x else 2, abs(q.x - p.x)))
    return out


def _spread(slots: list[Slot], side: Side) -> None:
    """Fill the stretches between pinned ports evenly."""
    vertical = side in ("left", "right")
    job, k = slots[0].uses[0]
    rect = job.ends[k].terminal.rect
    lo, hi = (rect.y, rect.bottom) if vertical else (rect.x, rect.right)
    _make_room(slots, lo, hi)
    for first, stop, a, b in _free_runs(slots, lo, hi):
        for m in range(first, stop):
            slots[m].pin = a + (b - a) * (m - first + 1) / (stop - first + 1)
    for n, slot in enumerate(slots):
        at = slot.pin
        assert at is not None
        below = slots[n - 1].pin if n else None
        above = slots[n + 1].pin if n + 1 < len(slots) else None
        slack = (
            min(at, (at + below + MIN_PORT) / 2 if below is not None else lo + CORNER),
            max(at, (at + above - MIN_PORT) / 2 if above is not None else hi - CORNER),
        )
        for user, which in slot.uses:
            end = user.ends[which]
            p = end.port(side)
            end.at = Point(p.x, at) if vertical else Point(at, p.y)
            end.slack = (at, at) if end.fixed or slot.line is not None else slack


def _free_runs(slots: list[Slot], lo: float, hi: float) -> list[tuple[int, int, float, float]]:
    """Stretches of the side between pinned ports: (first slot, slot after the last, from, to), empty ones too."""
    out = []
    first, a = 0, lo
    for k, s in enumerate([*slots, Slot(pin=hi)]):
        if s.pin is not None:
            out.append((first, k, a, max(s.pin, a)))
            first, a = k + 1, max(s.pin, a)
    return out


def _make_room(slots: list[Slot], lo: float, hi: float) -> None:
    """Where free ports would be crammed between pinned ones, send some to the other side of a pin.

    A crossing more is the lesser evil: ports a few px apart look like one.
    """
    for _ in range(len(slots)):
        least = max(_least(slots) * 0.5, 0.01)
        free = _free_runs(slots, lo, hi)
        room = [(b - a) / least - 1 - (end - first) for first, end, a, b in free]
        k = min(range(len(free)), key=lambda n: room[n])
        first, end, _, _ = free[k]
        if room[k] >= -1e-9 or first == end:
            return
        near = [n for n in (k - 1, k + 1) if 0 <= n < len(free) and room[n] >= 1]
        if not near:
            return
        if max(near, key=lambda n: room[n]) < k:
            slots[first - 1], slots[first] = slots[first], slots[first - 1]
        else:
            slots[end], slots[end - 1] = slots[end - 1], slots[end]
