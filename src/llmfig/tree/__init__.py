"""Trees and mind maps: nodes as plain values, a tidy layout for nodes of any size, and the lines between them."""

from llmfig.tree.mindmap import MindMap
from llmfig.tree.node import Node, more, node
from llmfig.tree.outline import outline
from llmfig.tree.tree import Tree

__all__ = ["MindMap", "Node", "Tree", "more", "node", "outline"]
