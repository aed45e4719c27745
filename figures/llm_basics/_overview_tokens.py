"""The vocabulary of the overview, and what goes in and comes out as tokens and ids."""

from llmfig import tr

from ._overview_parts import SIZES

PAD = 0
WORDS = tr([",", "hi", "my", "friend", "!"], ["，", "你好", "我的", "朋友", "！"])
