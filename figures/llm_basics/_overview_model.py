"""The model as a stack of five boxes, from the input text to the answer."""

from typing import NamedTuple

from llmfig import Box, Column, Diagram, NeuralNet, Panel, Row, Strip, Text, Tracks, same_size, tr

from ._overview_output import document
from ._overview_parts import up
from ._overview_tokens import ANSWER, ANSWER_IDS, INPUT


class Model(NamedTuple):
    picture: Panel
    embedding: Box
    head: Box


def model():
    parts = Row(Box("Vocabulary", size="small"), Box("Token\nEmbedding", size="small"), gap="l", equal="both")
    embedding = Box(Column(Text("Embedding Layer", size="large"), parts, gap="m"), role="auxiliary", wide=19)
    decoders = [Box(Row(NeuralNet(size="l"), Text("Transformer Decoder", size="large"), gap="m"), role="model", tall=6) for _ in range(2)]
    head, decoding = Box("LM Head", role="compute", size="large", tall=3), Box(tr("Decoding", "解码策略（Decoding）"), size="large", tall=3)
    token, text = Strip([tr(*INPUT)]), document()
    tracks = Tracks()
    answer = Column(Strip(ANSWER_IDS, role="muted", tracks=tracks), Strip(tr(*ANSWER), tracks=tracks), gap="xs")
    reply = document()
    same_size(embedding, *decoders, head, decoding, axis="width")
    column = Column(answer, reply, decoding, head, *decoders[::-1], embedding, text, token, gap="xxl")
    states = tr("hidden states", "隐藏状态（hidden states）")
    on = {"label_at": "on"}
    arrows = [
        up(token, text), up(text, embedding, label=tr("Input", "输入（Input）"), **on), up(embedding, *decoders, head, label=states, **on), up(head, decoding, label="logits", **on),
        up(decoding, reply, label=tr("text", "生成的文本"), **on), up(reply, answer),
    ]
    return Model(Panel(Diagram(column, arrows), title=tr("LLM Global View", "LLM结构全视图"), role="panel", pad="l", title_gap="m"), embedding, head)
