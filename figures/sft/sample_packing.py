"""Packing: samples shorter than the maximum length share a row, and the attention mask keeps them apart."""

import numpy as np

from llmfig import Arrow, Box, Brace, Column, Diagram, Grid, Matrix, Note, Region, Row, Strip, Text, Tracks, around, figure, span, tr

LIMIT = 10  # the maximum sequence length
LENGTHS = {1: 3, 2: 2, 3: 4, 4: 12, 5: 6}  # of the samples
ROLES = {0: "muted", 1: "sample", 2: "loss", 3: "model", 4: "data", 5: "exponent"}  # of the samples; 0 is a bubble


def pieces(lengths, limit):
    """The samples, cut where they are longer than the limit."""
    return [(k, min(limit, n - start)) for k, n in lengths.items() for start in range(0, n, limit)]


def first_fit(items, limit):
    """Rows of samples; each sample goes into the first row that has room for it."""
    rows = []
    for k, n in items:
        row = next((r for r in rows if sum(m for _, m in r) + n <= limit), None)
        if row is None:
            rows.append(row := [])
        row.append((k, n))
    return rows


def filled(row, limit):
    """A row with the bubble (sample 0) that fills it up."""
    rest = limit - sum(n for _, n in row)
    return [*row, (0, rest)] if rest else row


def positions(row, limit):
    """The index of each token within its own sample; None in the bubble."""
    return [i if k else None for k, n in filled(row, limit) for i in range(1, n + 1)]


def attention_mask(row, limit):
    """The sample by which a token (row) attends to a position (column): its own, up to itself; 0 where it does not."""
    sample = np.repeat(*zip(*filled(row, limit), strict=True))
    return np.tril(np.where(sample[:, None] == sample, sample, 0))


def bars(rows, *, top=0):
    """The rows, to scale, as cells of a grid whose columns are positions."""
    cells = {}
    for r, row in enumerate(rows, top):
        at = 0
        for k, n in filled(row, LIMIT):
            name = tr(f"Data {k}", f"数据 {k}") if k else Text(tr("Bubble", "空"), size="small")
            cells[r, at] = span(Box(name, role=ROLES[k] if k else "paper", pad="xs", tall=2.2, stick="fill-x"), cols=n)
            at += n
    return cells


def separate(rows, look):
    """Samples in rows of their own, and the bracket below them."""
    cells = bars([[piece] for piece in rows])
    long = next(k for k, n in LENGTHS.items() if n > LIMIT)
    parts = around(*(cells[r, 0].content for r, (k, _) in enumerate(rows) if k == long))
    why = tr(f"Length {LENGTHS[long]}:\ncut in two", f"长度 {LENGTHS[long]}，\n切成两段")
    limit, bracket = Brace(label=tr("Maximum sequence length", "最大序列长度")), Brace(side="bottom", style="bracket", role="loss")
    return Diagram(Grid(cells, **look), limit, bracket, Brace(parts, side="left", label=Text(why, size="small", role="note"))), bracket


def joined(rows, frame, look):
    """Packed rows, the first one framed, with its position indices; and the bracket above them."""
    indices = Strip(positions(rows[0], LIMIT), role="note", stick="fill-x")
    cells = {(0, 0): span(indices, cols=LIMIT)} | bars(rows, top=1)
    note = Note(tr("Position index:", "位置编号："), over=indices[0], side="left", gap="m")
    bracket = Brace(indices, side="top", style="bracket", role="loss", gap="m")
    return Diagram(Grid(cells, regions=[frame], **look), bracket, note), bracket


@figure(
    title=("Packing of multiple samples", "多个数据的拼接（Packing）"),
    alt=(
        "Six rows of samples, each filled up with a bubble to the maximum length of 10; one sample of length 12 is cut in two. Packed, "
        "they take three rows. The attention mask of the first packed row is lower triangular within each of its three samples.",
        "六行数据各自用空位补齐到最大序列长度 10，其中长度为 12 的数据被切成两段。拼接后只需三行。第一行的注意力掩码在三个数据内部各自呈下三角（锯齿形）。",
    ),
)
def sample_packing():
    cut = pieces(LENGTHS, LIMIT)
    packed = first_fit(cut, LIMIT)
    frame = Region(rows=(0, 1), cols=(0, LIMIT - 1), role="highlight", dashed=True, pad="s")
    look = {"equal": "columns", "cols": Tracks(), "col_gap": "hair", "row_gap": "s"}
    (above, before), (below, after) = separate(cut, look), joined(packed, frame, look)
    mask = attention_mask(packed[0], LIMIT)
    matrix = Matrix([[None] * LIMIT] * LIMIT, role=lambda i, j: ROLES[mask[i, j]], wide=2.2, tall=2.2)
    square = Diagram(matrix, Brace(side="bottom", label=tr("Maximum sequence length", "最大序列长度")))
    return Diagram(
        Row(Column(above, below), square, gap="xxl"),
        Arrow(before.tip, after.tip, label=tr("Packing", "拼接（Packing）"), role="loss"),
        Arrow(frame.right, matrix, label=tr("Attention mask\n(zigzag)", "Attention Mask\n（锯齿形）"), role="loss"),
    )
