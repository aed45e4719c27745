"""The words of the overview: a tiny vocabulary, the input as ids, and the answer."""

from llmfig import tr

from ._overview_parts import SIZES

SPECIAL = ["[pad]", "[bos]", "[eos]", "[sep]"]
VOCABULARIES = ([*SPECIAL, ",", "hi", "my", "friend", "!", "[unk]"], [*SPECIAL, "，", "你好", "我的", "朋友", "！", "[unk]"])
INPUT, ANSWER = ("hi", "你好"), ([",", "my", "friend", "!"], ["，", "我的", "朋友", "！"])


def token_ids(tokens, vocabulary):
    return [vocabulary.index(t) for t in tokens]


def padded(ids, length, pad):
    return [*ids, *[pad] * (length - len(ids))]


PAD = SPECIAL.index("[pad]")
IDS = padded(token_ids(["[bos]", INPUT[0]], VOCABULARIES[0]), SIZES["max_seq_len"], PAD)
ANSWER_IDS = token_ids(ANSWER[0], VOCABULARIES[0])


def vocabulary():
    return tr(*VOCABULARIES)
