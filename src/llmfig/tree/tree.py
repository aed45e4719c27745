"""The tree element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from llmfig.connect.link import Arrow, along
from llmfig.elements.box import Box
from llmfig.elements.text import Text
from llmfig.errors import FigureError, choices
from llmfig.geometry import Point, Rect
from llmfig.layout.element import Element, Size
from llmfig.layout.place import Anchor, Part
from llmfig.layout.tracks import Tracks, same_size
from llmfig.tree.axes import DIRECTIONS, Direction, Extent, Frame
from llmfig.tree.edges import LANE, EdgeLook, Edges, arrow
from llmfig.tree.leaf import Leaf
from llmfig.tree.node import Node, _More
from llmfig.tree.plan import Gaps, Plan, solve, track_sizes
