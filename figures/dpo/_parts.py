"""Parts that the figures on DPO share."""

from llmfig import Box, Column, NeuralNet


def ratio(y):
    """The implicit reward of an answer, LaTeX."""
    return rf"\beta \log \frac{{\pi_\theta(y_{y} \mid x)}}{{\pi_{{\mathrm{{ref}}}}(y_{y} \mid x)}}"


def model(name, *, role="auxiliary", pad="m", **options):
    """A model: its name over a neural network."""
    return Box(Column(name, NeuralNet(), gap="xs"), role=role, pad=pad, **options)
