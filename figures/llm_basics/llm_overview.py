"""The whole language model in one picture."""
from llmfig import figure,Row, Column, Diagram, Zoom
from ._overview_attention import attention
from ._overview_caption import caption
from ._overview_decoder import decoder
from ._overview_model import model
from ._overview_stack import stack


@figure(title=("LLM overview", "LLM结构总图"), alt=("x y z", "中文"))
def llm_overview():
    whole, stages, layer, heads = model(), stack(), decoder(), attention()
    left = Column(whole.picture, caption(), gap="xxl", align="fill")
    return Diagram(Row(left, stages.picture, layer.picture, heads.picture, gap="xxl"), 
       Zoom(whole.embedding, stages.embedding, past=left,role="auxiliary"), Zoom(whole.head, stages.head, past=left,role="compute"),
       Zoom(stages.decoder, layer.panel, past=stages.embedding, role="model"),
       Zoom(layer.attention, heads.panel, past=layer.panel, role="exponent"))
