"""Parts that the figures on DPO share."""

from llmfig import Box, Column, NeuralNet


def model(name, *, role="auxiliary", pad="m", **options):
    """A model: its name over a neural network."""
    return Box(Column(name, NeuralNet(), gap="xs"), role=role, pad=pad, **options)
