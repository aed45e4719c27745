"""Orthogonal routing and label placement: ways for wires between boxes, as plain geometry in figure px."""

from llmfig.connect.routing.engine import route
from llmfig.connect.routing.labels import LabelRequest, Placement, place_labels
from llmfig.connect.routing.model import Routed, RoutingResult, Terminal, Wire

__all__ = ["LabelRequest", "Placement", "Routed", "RoutingResult", "Terminal", "Wire", "place_labels", "route"]
