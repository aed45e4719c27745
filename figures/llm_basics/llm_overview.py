"""The whole language model in one picture."""
from llmfig import figure
from ._overview_attention import attention


@figure(title=("LLM overview", "LLM结构总图"), alt=("x y z", "中文"))
def llm_overview():
    a = attention()
    return a.picture
