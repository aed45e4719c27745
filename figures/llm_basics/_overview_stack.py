"""The model stage by stage: embedding layer, two decoders that get the mask, final norm, LM head."""

from typing import NamedTuple

from llmfig import Box, Column, Diagram, Grid, Panel, Region, Tracks, fan_out, tr

from ._overview_embedding import embedding
from ._overview_masks import masks
from ._overview_output import output
from ._overview_parts import remark, rms_norm, up


class Stack(NamedTuple):
    picture: Diagram
    embedding: Panel
    decoder: Box
    head: Region


def stack():
    columns = Tracks()
    first, result = embedding(columns), output(columns)
    lower, upper = (Box("Transformer Decoder", role="model", size="large", wide=16, tall=6) for _ in range(2))
    norm, mask = rms_norm(), masks()
    layers = Grid({(0, 1): norm, (1, 1): upper, (2, 1): lower, (2, 0): mask.picture}, row_gap="xl", col_gap="l", axis=lower, cols=columns)
    applied = remark("Apply positional encoding\nand causal mask", "应用位置编码\n和 causal mask", wrap=None)
    states = tr("hidden states", "隐藏状态\nhidden states")
    arrows = [
        up(first.states, lower, label=states), up(lower, upper, label=states), up(upper, norm, result.states),
        fan_out(mask.total.right, [lower.left, upper.left], labels=[applied], label_side="above", label_t=0.25),
    ]
    return Stack(Diagram(Column(result.picture, layers, first.panel, gap="xxl", spread=True, stick="fill-y"), arrows, stick="fill-y"), first.panel, lower, result.panel)
