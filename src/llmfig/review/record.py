"""A Scene as plain data, to be handed from one process to another that may have another version of the scene model.

`to_record` knows nothing of the model: it walks whatever dataclasses it is given, and notes with them what their fields
are called and which values they have by default. So this file needs only the standard library and can be run by path
with the llmfig of any revision. `from_record` builds a Scene of this version: a class or field that it does not know is
left away, one that the other version did not have gets its default.
"""

from __future__ import annotations

import dataclasses
import numbers
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from llmfig.scene.model import Scene

SEQUENCE = -1  # stands where an object has the number of its class
_ATOMS = frozenset((str, int, float, bool, type(None)))


def to_record(scene: object) -> dict[str, Any]:
    """A Scene (or anything else made of dataclasses, named tuples, sequences, mappings, texts and numbers) for JSON.

    Returns:
        `scene`, in which an object is a list of its class's number and its values, without those at the end that are
        the defaults, and a sequence is a list that begins with -1; and `classes`: `name`, `fields` and `defaults` (of
        the last fields) of each class.
    """
    writer = _Writer()
    written = writer.write(scene)
    return {"classes": writer.told, "scene": written}


@dataclasses.dataclass(frozen=True)
class _Kind:
    """How objects of one class are written. `defaults` are those of the fields from number `needed` on."""

    number: int
    values: Callable[[Any], Iterable[Any]]
    needed: int
    defaults: list[Any]


class _Writer:
    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []
        self._kinds: dict[type, _Kind | None] = {}

    def write(self, value: Any) -> Any:
        cls = type(value)
        if cls in _ATOMS:
            return value
        if cls not in self._kinds:
            self._kinds[cls] = self._learn(cls)
        kind = self._kinds[cls]
        if kind is None:
            return self._other(value)
        values = [v if type(v) in _ATOMS else self.write(v) for v in kind.values(value)]
        while len(values) > kind.needed and values[-1] == kind.defaults[len(values) - 1 - kind.needed]:
            values.pop()
        return [kind.number, *values]

    def _learn(self, cls: type) -> _Kind | None:
        """Notes a class of objects; None for any other type."""
        names = _fields(cls)
        if not names:
            return None
        given = [_default(cls, name) for name in names]
        needed = max((i + 1 for i, default in enumerate(given) if not default), default=0)
        defaults = [self.write(default[0]) for default in given[needed:]]
        number = len(self.told)
        self.told.append({"name": cls.__name__, "fields": names, "defaults": defaults})
        get = attrgetter(*names)
        return _Kind(number, get if len(names) > 1 else lambda value: (get(value),), needed, defaults)

    def _other(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {str(key): self.write(v) for key, v in value.items()}
        if isinstance(value, set | frozenset):
            return [SEQUENCE, *sorted((self.write(v) for v in value), key=repr)]
        if isinstance(value, Iterable) and not isinstance(value, str | bytes):
            return [SEQUENCE, *[v if type(v) in _ATOMS else self.write(v) for v in value]]
        if isinstance(value, numbers.Integral):
            return int(value)
        return float(value) if isinstance(value, numbers.Real) else str(value)


def _fields(cls: Any) -> list[str]:
    if dataclasses.is_dataclass(cls):
        return [f.name for f in dataclasses.fields(cls)]
    return list(getattr(cls, "_fields", ())) if issubclass(cls, tuple) else []


def _default(cls: Any, name: str) -> tuple[Any, ...]:
    """The default of a field, as a tuple of one; empty when it has none."""
    if not dataclasses.is_dataclass(cls):
        defaults: dict[str, Any] = getattr(cls, "_field_defaults", {})
        return (defaults[name],) if name in defaults else ()
    field = next(f for f in dataclasses.fields(cls) if f.name == name)
    if field.default is not dataclasses.MISSING:
        return (field.default,)
    return (field.default_factory(),) if field.default_factory is not dataclasses.MISSING else ()


# Reading -------------------------------------------------------------------------------------------------------------

_GONE = object()  # an object of a class that this version does not have


def from_record(record: Mapping[str, Any]) -> Scene:
    """The Scene of a record, as an object of this version's model.

    Args:
        record: what `to_record` gave, also after a way through JSON.

    Raises:
        ValueError: when it is not the record of a Scene.
    """
    from llmfig.scene.model import Scene

    scene = _Reader(record["classes"]).read(record["scene"])
    if not isinstance(scene, Scene):
        raise ValueError("this is not the record of a Scene")
    return scene


class _Reader:
    def __init__(self, told: list[dict[str, Any]]) -> None:
        whole = all(kind["name"] in _classes() for kind in told)  # nothing in it can be gone
        self._makers: list[Callable[[list[Any]], Any]] = []
        for kind in told:  # defaults are of classes that were told before
            defaults = [self.read(d) for d in kind["defaults"]]
            self._makers.append(_maker(kind["name"], kind["fields"], defaults, whole))

    def read(self, value: Any) -> Any:
        if type(value) is dict:
            return {key: v for key, v in ((k, self.read(v)) for k, v in value.items()) if v is not _GONE}
        if type(value) is not list:
            return value
        values = [v if type(v) in _ATOMS else self.read(v) for v in value]
        if values[0] == SEQUENCE:
            return tuple([v for v in values[1:] if v is not _GONE])
        return self._makers[values[0]](values[1:])


def _maker(name: str, theirs: list[str], defaults: list[Any], whole: bool) -> Callable[[list[Any]], Any]:
    """Builds objects of one class from the values of the fields that the other version had."""
    cls = _classes().get(name)
    if cls is None:
        return lambda values: _GONE
    ours = _fields(cls)
    needed = len(theirs) - len(defaults)
    plain = whole and theirs == ours
    blanks: dict[str, Any] = {}

    def make(values: list[Any]) -> Any:
        values += defaults[len(values) - needed :]
        if plain:
            return cls(*values)
        known = {key: v for key, v in zip(theirs, values, strict=True) if v is not _GONE}
        for field in ours:
            if field not in known and field not in blanks:
                blanks[field] = _blank_field(cls, field)
        return cls(**{field: known[field] if field in known else blanks[field] for field in ours})

    return make


@lru_cache(maxsize=1)
def _classes() -> dict[str, Any]:
    """The classes that a Scene of this version is made of, by name."""
    from llmfig.scene import model

    return {name: cls for name, cls in vars(model).items() if isinstance(cls, type) and _fields(cls)}


def _blank_field(cls: Any, name: str) -> Any:
    """The value of a field that the other version did not have."""
    given = _default(cls, name)
    return given[0] if given else _blank(_hints(cls)[name])


@lru_cache(maxsize=32)
def _hints(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _blank(hint: Any) -> Any:
    """Nothing, as a value of a type."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        options = typing.get_args(hint)
        return None if type(None) in options else _blank(options[0])
    if origin is typing.Literal:
        return typing.get_args(hint)[0]
    if isinstance(hint, type) and _fields(hint):
        return hint(**{name: _blank_field(hint, name) for name in _fields(hint)})
    return () if origin is tuple else hint()
