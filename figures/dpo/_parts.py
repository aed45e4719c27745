"""Parts that the figures on DPO share."""

from llmfig import Box, Column, NeuralNet

# The preference pair, in English and Chinese.
QUESTION = "May I feed my dog\nchocolate?", "可以给狗\n喂巧克力吗？"
BETTER = "No, it’s toxic.", "不行，有毒。"
POOR = "Dogs love it.", "狗很爱吃。"


def ratio(y):
    """The implicit reward of an answer, LaTeX."""
    return rf"\beta \log \frac{{\pi_\theta(y_{y} \mid x)}}{{\pi_{{\mathrm{{ref}}}}(y_{y} \mid x)}}"


def model(name, *, role="auxiliary", pad="m", **options):
    """A model: its name over a neural network."""
    return Box(Column(name, NeuralNet(), gap="xs"), role=role, pad=pad, **options)
