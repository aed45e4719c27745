"""The words that options take: the types of `llmfig.vocabulary`, with what each is for."""

from __future__ import annotations

import ast
import inspect
import itertools
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from llmfig import vocabulary


@dataclass(frozen=True, slots=True)
class Words:
    """A type of the vocabulary.

    Attributes:
        name: as it stands in signatures.
        about: what it is for.
        words: those that may be written.
        open: whether a theme may have more.
    """

    name: str
    about: str
    words: tuple[str, ...]
    open: bool


@lru_cache
def vocabulary_types() -> dict[str, Words]:
    """All types that are explained, by name, in the order of the module."""
    body = ast.parse(inspect.getsource(vocabulary)).body
    found = {}
    for this, after in itertools.pairwise(body):
        match this, after:
            case ast.Assign(targets=[ast.Name(name)]), ast.Expr(ast.Constant(str(about))):
                words = get_args(getattr(vocabulary, name))
                more = str in words  # a union of the known words and any string
                found[name] = Words(name, " ".join(about.split()), get_args(words[0]) if more else words, more)
    return found
