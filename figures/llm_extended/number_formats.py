"""Number formats: which bits are sign, exponent and fraction, and what integers can hold."""

from llmfig import Brace, BreakMark, Column, Diagram, Grid, Line, Note, Strip, Text, Vertical, figure, same_size, span, tr

SHOWN = 35  # longer bit strips are broken
FLOATS = {"**FP64** (double)": (11, 52), "**FP32**": (8, 23), "**TF32**": (8, 10), "**BF16**": (8, 7), "**FP16**": (5, 10),
          "**FP8** (E4M3)": (4, 3), "**FP8** (E5M2)": (5, 2)}  # fmt: skip
INTEGERS = {"**INT64** (long)": 64, "**INT32** (int)": 32, "**INT16** (short)": 16, "**INT8**": 8, "**INT4**": 4, "**INT2** / **TWN**": 2, "**INT1** / **BNN**": 1}


def bits(fields, axis):
    """A strip of bits, by role; a field that makes it too long is broken in its middle."""
    cells, roles, spans, at = [], [], [], 0
    spare = max(0, sum(n for _, n in fields) - SHOWN)
    for role, n in fields:
        shown = [None] * (n - spare if n > SHOWN / 2 else n)
        if len(shown) < n:
            shown[len(shown) // 2] = BreakMark()
        cells, roles = cells + shown, roles + [role] * len(shown)
        spans.append((role, n, at, at + len(shown)))
        at += len(shown)
    strip = Strip(cells, role=roles, ruled=True, gap="none", size="tiny", wide=1.9, tall=2, pad=4, uniform=False, axis=axis and spans[axis][2])
    # Two words over two single bits would touch, so the second one stands below.
    labels = [Brace(strip[a:b], style="dimension", size="small", side="bottom" if a and n == 1 else "top",
                    label=f"{n} bit" if n == 1 else f"{n} bits") for _, n, a, b in spans]  # fmt: skip
    return strip, labels, spans


def header(strip, spans):
    """The names of the three fields, over the longest float."""
    names = tr([("Sign", "Determines\n+ or −"), ("Exponent", "Determines range\n(min ~ max)"), ("Fraction", "Determines\nprecision")],
               [("Sign", "（符号位）\n决定正负"), ("Exponent", "（指数位）\n决定最小～最大值"), ("Fraction", "（小数位）\n决定精度")])  # fmt: skip
    return [
        Brace(strip[a:b], style="dimension", level=1, gap="s", role=role,
              label=Column(Text(name, bold=True, role=role, size="large"), Text(effect, role="note", size="small"), gap="xs"))
        for (name, effect), (role, _, a, b) in zip(names, spans, strict=True)
    ]  # fmt: skip


def ranges(n, signed):
    """What an n-bit integer can hold, and the quantised sets that are stored in so few bits."""
    low, high = (-(2 ** (n - 1)), 2 ** (n - 1) - 1) if signed else (0, 2**n - 1)
    text = f"[{low},{chr(10) if n > 32 else ' '}{high}]".replace("-", "−")
    special = {2: "   TWN: {−1, 0, +1}", 1: "   BNN: {−1, +1}"}
    return f"INT{n}: {text}{special[n]}" if n in special else text


@figure(
    title=("Numerical representation, quantization", "数值表示、量化"),
    alt=(
        "Bit layouts. Floating point formats from FP64 to FP8, aligned at the border of exponent and fraction; below, signed and "
        "unsigned integers from 64 bits to 1 bit with their ranges.",
        "各种数值格式的比特构成。上方为 FP64 至 FP8 浮点数，按指数位与小数位的边界对齐；下方为 64 位至 1 位的有符号与无符号整数及其取值范围。",
    ),
)
def number_formats():
    rows, strips = [], []
    for i, (name, (exponent, fraction)) in enumerate(FLOATS.items()):
        strip, labels, spans = bits([("sign", 1), ("exponent", exponent), ("fraction", fraction)], axis=2)
        strips.append((strip, spans))
        rows.append([Text(name, align="left"), Diagram(strip, labels, header(strip, spans) if i == 0 else None)])
    floats = Grid([[span(Vertical(tr("Floating point", "浮点数"), size="heading", bold=True), rows=len(rows)), *rows[0]], *([None, *r] for r in rows[1:])], row_gap="m")
    whole = []
    for name, n in INTEGERS.items():
        for signed in (True, False) if n > 2 else (True,):
            fields = [("sign", 1), ("integer", n - 1)] if signed else [("integer", n)]
            strip, labels, _ = bits([f for f in fields if f[1]], axis=0)
            label = Text(name if signed else f"**UINT{n}**", align="left")
            whole.append([label, Diagram(strip, labels, Note(Text(ranges(n, signed), size="small", align="left"), side="right", gap="m"), stick="left")])
    integers = Grid([[span(Vertical(tr("Integer", "整数"), size="heading", bold=True), rows=len(whole)), *whole[0]], *([None, *r] for r in whole[1:])], row_gap="m")
    same_size(*(r[0] for r in rows + whole), axis="width")
    (first, a), (last, b) = strips[0], strips[-1]
    border = Line(first.border(a[2][2]).top, last.border(b[2][2]).bottom, style="dotted", route="straight", role="note")
    rule = Brace(integers, style="rule", gap="m")
    return Column(Diagram(floats, border), Diagram(integers, rule), gap="m", align="left")
