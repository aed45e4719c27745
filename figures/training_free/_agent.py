"""What the two agent figures share: the conversation of a user with an agent, and its model."""

from llmfig import Box, Callout, Column, Icon, NeuralNet


def conversation(question, answer):
    """The user between the answer and the question, whose bubbles point there: answer, user, question."""
    user = Icon("user-round", size="xl")
    return Callout(answer, to=user, role="model", wrap=11), user, Callout(question, to=user, role="data", wrap=11)


def language_model():
    return Box(Column("**LLM**", NeuralNet(), gap="xs"), role="auxiliary", wide=7)
