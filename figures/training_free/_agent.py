"""What the two agent figures share: the conversation of a user with an agent, and its model."""

from llmfig import Box, Callout, Column, Icon, NeuralNet


def conversation(question, answer):
    """The user between the answer and the question, whose bubbles point there: the column, the answer and the question in it."""
    user = Icon("user-round", size="xl")
    said, asked = Callout(answer, to=user, role="model", wrap=11), Callout(question, to=user, role="data", wrap=11)
    return Column(said, user, asked, gap="l", axis=asked), said, asked


def language_model():
    return Box(Column("**LLM**", NeuralNet(), gap="xs"), role="auxiliary", wide=7)
