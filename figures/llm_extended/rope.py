"""RoPE: the block-diagonal rotation matrix, applied to the embedding of the token at position m."""

from llmfig import BlockSign, Brace, Column, Diagram, Formula, Matrix, Note, Row, Strip, Text, Vertical, figure, tr

DIM = 8


def entry(row, col):
    """R[row, col] of the rotation by m θ_k, where k numbers the pair of dimensions."""
    if row // 2 != col // 2:
        return "0"
    name = "cos" if row == col else "−sin" if row < col else "sin"
    return rf"${name.replace('−', '-')[:-3]}\{name[-3:]} m\theta_{row // 2}$"


def rotation(dim):
    values = [[entry(r, c) for c in range(dim)] for r in range(dim)]
    return Matrix(values, role=lambda r, c: f"shade-{r // 2 + 1}" if r // 2 == c // 2 else "paper", ruled=True, gap="none", tall=2.6, size="small")


def vector(dim, mark=""):
    return Strip([f"$q_{i}{mark}$" for i in range(dim)], role=[f"shade-{i // 2 + 1}" for i in range(dim)], down=True, ruled=True, gap="none", wide=3, tall=2.17, size="body")


def general():
    """The same matrix for any d, with pairs counted from 0."""
    def block(k):
        return rf"\cos m\theta_{{{k}}} & -\sin m\theta_{{{k}}}", rf"\sin m\theta_{{{k}}} & \cos m\theta_{{{k}}}"

    none = "0 & 0"
    rows = []
    for i, k in enumerate(("0", "1", "d/2-1")):
        for line in block(k):
            cells = [none, none, none]
            cells[i] = line
            rows.append(rf"{cells[0]} & {cells[1]} & \cdots & {cells[2]}")
    rows.insert(4, r"\vdots & \vdots & \vdots & \vdots & \ddots & \vdots & \vdots")
    return Formula(r"\mathbf{R}^d_{\Theta,m} = \begin{pmatrix} " + r" \\ ".join(rows) + r" \end{pmatrix}", size="small")


@figure(
    title=("RoPE positional encoding", "RoPE 位置编码"),
    alt=(
        "A block-diagonal 8 by 8 matrix of cosines and sines of m times theta multiplies the embedding of the token at position m; "
        "each pair of dimensions is rotated by its own angle. Below, one pair alone and the matrix for any dimension d.",
        "8×8 的分块对角矩阵由 mθ 的余弦与正弦组成，乘以位置 m 的 token 向量；每两个维度按各自的角度旋转。下方是单独一对维度的情形与任意维度 d 的矩阵。",
    ),
)
def rope():
    size = tr("Head dim", "头维度（Head dim）")
    matrix, q, rotated = rotation(DIM), vector(DIM), vector(DIM, "'")
    note = Text(tr("Every token at position [$m$]{data} is multiplied by this matrix ([$m$]{data} = 0 … max_seq_len − 1).",
                   "位置 [$m$]{data} 处的所有 token 都乘以这个旋转矩阵（[$m$]{data}：0 ~ max_seq_len − 1）。"), size="small")  # fmt: skip
    before = Text(tr("Embedding\nof the token at\nposition [$m$]{data}", "位置 [$m$]{data} 处的\ntoken 原始向量"), size="small")
    after = Text(tr("Embedding\nafter rotation", "旋转后的\ntoken 向量"), size="small")
    dims = Brace(side="left", style="arrow", label=Vertical("Embedding Dim", role="note"))
    count = Brace(side="right", label=Vertical(f"{size} = {DIM}", role="note"))
    big = Row(
        Diagram(matrix, Brace(side="top", label=size), Brace(side="left", label=Vertical(size, role="note"))),
        BlockSign("×"), Diagram(q, Note(before, gap="m"), dims, count), BlockSign("="), Diagram(rotated, Note(after, gap="m")), gap="l",
    )  # fmt: skip
    pair = Row(rotation(2), BlockSign("×", size="s"), vector(2), BlockSign("=", size="s"), vector(2, "'"), gap="m")
    angles = Formula(r"\theta_k = 10000^{-2k/d}, \quad k = 0, \ldots, d/2 - 1", size="small")
    return Column(big, note, Row(pair, Column(general(), angles, gap="m"), gap="xxl"), gap="l")
