"""In which order parallel stretches lie side by side, so that no crossing is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmfig.connect.routing.plan import Job
    from llmfig.connect.routing.track import Track

EPS = 0.02
DEPTH = 12  # how many bends two wires are followed to find out where they part


def arrange(tracks: list[Track], lane: float) -> tuple[list[Track], list[tuple[int, int, float]]]:
    """All tracks of one direction in an order, and the gaps between those that could collide.

    Args:
        tracks: measured, with their limits.
        lane: wanted distance, in px.

    Returns:
        The tracks, and (i, j, gap) for places i < j in them.
    """
    n = len(tracks)
    must: list[set[int]] = [set() for _ in range(n)]
    may: list[set[int]] = [set() for _ in range(n)]
    pairs: list[tuple[int, int]] = []
    for i in range(n):
        a = tracks[i]
        for j in range(i + 1, n):
            b = tracks[j]
            if a.begin > b.finish + lane / 2 or b.begin > a.finish + lane / 2:
                continue
            first = _first(a, b, lane)
            pairs.append((i, j))
            before = must if abs(first) > 1 else may
            later, sooner = (j, i) if first < 0 else (i, j)
            before[later].add(sooner)
    rank = _sorted(tracks, must, may)
    place = {t: k for k, t in enumerate(rank)}
    gaps = []
    for i, j in pairs:
        x, y = sorted((place[i], place[j]))
        if tracks[rank[x]].high + lane > tracks[rank[y]].low:
            gaps.append((x, y, lane))
    gaps.sort()
    return [tracks[k] for k in rank], gaps


def _sorted(tracks: list[Track], must: list[set[int]], may: list[set[int]]) -> list[int]:
    """Topological order, the lowest position first where there is a choice.

    In a cycle what only `may` come first does not hold anything up, and if that is not enough, nothing does.
    """
    left = list(range(len(tracks)))
    out: list[int] = []
    while left:
        free = [k for k in left if not must[k]] or left
        ready = [k for k in free if not may[k]] or free
        k = min(ready, key=lambda k: (tracks[k].pos, k))
        out.append(k)
        left.remove(k)
        for b in (*must, *may):
            b.discard(k)
    return out


def _first(a: Track, b: Track, lane: float) -> int:
    """-2 when `a` should have the lower coordinate, 2 when `b` should; -1 and 1 when it hardly matters."""
    if a.fixed and b.fixed:
        return -2 if a.pos <= b.pos else 2
    below, above = b.high - a.low, a.high - b.low  # room for a before b, and for b before a
    if min(below, above) < lane / 2 <= max(below, above):
        return -2 if above < below else 2
    kin = a.group == b.group  # rails of one trunk never change places
    votes = 0 if kin else _votes(a, b)
    if votes:
        return -2 if votes < 0 else 2
    for x, y in ((a.pos, b.pos),) if kin else ((a.wanted, b.wanted), (a.pos, b.pos)):
        if abs(x - y) > EPS:
            return (-1 if x < y else 1) * (2 if kin else 1)
    return -1 if a.members[0][0].index <= b.members[0][0].index else 1


def _votes(a: Track, b: Track) -> int:
    """Crossings saved by having `a` above (positive) or below (negative) `b`, in coordinate."""
    total = 0
    seen: set[tuple[int, float, int]] = set()
    for who, (x, y) in enumerate(((a, b), (b, a))):
        for at, sign, _, _, _ in x.ends:
            if sign and y.begin + EPS < at < y.finish - EPS and (who, at, sign) not in seen:
                seen.add((who, at, sign))
                total += sign if who == 0 else -sign
    for at, sign, job, k, n in a.ends:
        for bt, bsign, bjob, bk, bn in b.ends:
            if abs(at - bt) > EPS or (2, at, sign * 3 + bsign) in seen:
                continue
            seen.add((2, at, sign * 3 + bsign))
            if sign != bsign:
                total += (sign > bsign) - (sign < bsign)
            elif sign:
                top = at <= min(a.begin, b.begin) + EPS
                total += _follow((job, n, n - k), (bjob, bn, bn - bk), sign) * (1 if top else -1) * sign
    return total


Place = tuple["Job", int, int]  # a job, the number of a stretch, and in which direction (1, -1) the job is followed


def _follow(a: Place, b: Place, way: int, depth: int = 0) -> int:
    """Which of two stretches that leave one corner the same `way` should have the higher coordinate.

    Returns:
        1 for the first, -1 for the second, 0 when it does not matter.
    """
    (ja, ka, sa), (jb, kb, sb) = a, b
    ta, tb = ja.tracks[ka], jb.tracks[kb]
    if ta is tb or depth > DEPTH:
        return 0
    if abs(ta.pos - tb.pos) > EPS:
        return 1 if ta.pos > tb.pos else -1
    na, nb = ka + sa, kb + sb
    ea = ja.tracks[na].pos if 0 <= na < len(ja.tracks) else None
    eb = jb.tracks[nb].pos if 0 <= nb < len(jb.tracks) else None
    if ea is None or eb is None:
        return 0
    da, db = _turn(ja, ka, sa), _turn(jb, kb, sb)
    if abs(ea - eb) > EPS:
        return da if (ea < eb) == (way > 0) else -db
    if da != db:
        return 1 if da > db else -1
    # Both turn the same way once more; the end of this pair is its lower one when the way is down in coordinate.
    return _follow((ja, na, sa), (jb, nb, sb), da, depth + 1) * (1 if way < 0 else -1) * da


def _turn(job: Job, k: int, step: int) -> int:
    """Where the stretch after `k` heads, in travel direction `step`: 1 up in coordinate, -1 down."""
    n = k + step
    p, q = (job.path[n], job.path[n + 1]) if step > 0 else (job.path[n + 1], job.path[n])
    return 1 if (q.x - p.x) + (q.y - p.y) > 0 else -1
