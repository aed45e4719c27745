"""A language model in one picture: the whole, and its parts enlarged down to the single attention head."""

from llmfig import Column, Diagram, Row, Zoom, figure

from ._overview_attention import attention
from ._overview_caption import caption
from ._overview_decoder import decoder
from ._overview_model import model
from ._overview_stack import stack


@figure(
    title=("LLM overview", "LLM结构总图"),
    alt=(
        "A language model from the input text to the answer, four times, each time enlarged: the whole model; its embedding layer, decoders and LM head "
        "with all tensors; one decoder layer with RMS norm, attention, feed-forward network and residual connections; multi-head attention with RoPE, "
        "masks, softmax and output projection. Every tensor shows its axes, for a toy model with a hidden size of 4, two heads and ten words.",
        "从输入文本到回答的语言模型，逐级放大四次：整个模型；带有全部张量的嵌入层、Decoder 与 LM Head；一层 Decoder，含 RMS Norm、注意力、FFN 与残差连接；"
        "多头注意力，含 RoPE、掩码、Softmax 与输出投影。每个张量都标出各维，示例模型的隐藏维度为 4，有 2 个注意力头，词表大小为 10。",
    ),
)
def llm_overview():
    whole, stages, layer, heads = model(), stack(), decoder(), attention()
    left = Column(whole.picture, caption(), gap="xxl", align="fill")
    return Diagram(
        Row(left, stages.picture, layer.picture, heads.picture, gap="xxl"),
        Zoom(whole.embedding, stages.embedding, past=left, role="auxiliary"),
        Zoom(whole.head, stages.head, past=left, role="compute"),
        Zoom(stages.decoder, layer.panel, past=stages.embedding, role="model"),
        Zoom(layer.attention, heads.panel, past=layer.panel, role="exponent"),
    )
