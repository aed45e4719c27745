"""Slips with trees, mind maps and outlines."""

from __future__ import annotations

from tests.errors.case import Case

CASES = {
    "tree str": Case(
        "return Tree('a')",
        "the root of a Tree must be a node, not the string 'a'",
        "write Tree(node('root', node('first'), node('second')))",
    ),
    "tree box": Case(
        "return Tree(Box('a'))",
        "the root of a Tree must be a node, not the Box of line 5",
        "write Tree(node('root', node('first'), node('second')))",
    ),
    "tree dict": Case(
        "return Tree({'a': ['b', 'c']})",
        "the root of a Tree must be a node, not a dict: {'a': ['b', 'c']}",
        "write Tree(node('root', node('first'), node('second')))",
    ),
    "tree list": Case(
        "return Tree([node('a')])",
        "the root of a Tree must be a node, not a list: [<Node of line 5>]",
        "a tree has one root: take off the brackets, or write node('root', *nodes)",
    ),
    "tree two": Case(
        "return Tree(node('a'), node('b'))",
        "Tree takes 1 value without a name (root), not 2",
        "a tree has one root; the rest lies below it: Tree(node('root', node('a'), node('b')))",
    ),
    "tree node strs": Case(
        "return Tree(node('a', 'b', 'c'))",
        "what lies below a node must be nodes, not the string 'b'",
        "write node('words') for each of them",
    ),
    "tree node list": Case(
        "return Tree(node('a', [node('b')]))",
        "what lies below a node must be nodes, not a list: [<Node of line 5>]",
        "take off the brackets, or unpack the list with a star: node('words', *nodes)",
    ),
    "tree node num": Case(
        "return Tree(node(1, node(2)))",
        "a node of a tree cannot be the number 1",
        'write it as a string: "1", str(n), or f"{n:.2f}" for two decimals',
    ),
    "tree node twice": Case(
        """
        n = node('b')
        return Tree(node('a', n, n))
        """,
        "this node stands in two places",
        "build it twice, for example by a function",
    ),
    "tree two trees": Case(
        """
        n = node('a', node('b'))
        return Row(Tree(n), Tree(n))
        """,
        "this node stands in two places",
        "build it twice, for example by a function",
    ),
    "tree cycle": Case(
        """
        n = node('a')
        n.children = (n,)
        return Tree(n)  # here
        """,
        "what is drawn here is nested too deeply, or without end",
        "look for something that was put into itself; else take the figure apart",
    ),
    "tree size num": Case(
        "return Tree(node('a'), size=3)", "Tree: size cannot be the number 3", "give a string or a list"
    ),
    "tree box opt3": Case(
        "return Tree(node('a', node('b')), box={'shape': 'circl'})",
        "there is no shape 'circl'",
        "did you mean 'circle'?",
    ),
    "tree box list": Case(
        "return Tree(node('a', node('b')), box=['circle'])",
        "box= cannot be a list: ['circle']",
        "give options of Box by their names: box={'shape': 'circle'}",
    ),
    "tree gap": Case(
        "return Tree(node('a', node('b')), gap=3)",
        "there is no gap 3 for gap=",
        "gaps are steps of the theme's scale: 's', 'm', 'l', ...",
    ),
    "tree lookup": Case(
        """
        t = Tree(node('a', node('b')))
        return Diagram(t, Arrow(t.node('c'), t.node('a')))  # here
        """,
        "the tree has no node 'c'",
        "valid keys: a, b",
    ),
    "tree lookup near": Case(
        """
        t = Tree(node('root', node('left')))
        return Diagram(t, Arrow(t.node('lft'), t.node('root')))  # here
        """,
        "the tree has no node 'lft'",
        "did you mean 'left'?",
    ),
    "tree lookup dup": Case(
        """
        t = Tree(node('a', node('b'), node('b')))
        return Diagram(t, Arrow(t.node('b'), t.node('a')))  # here
        """,
        "2 nodes are called 'b'",
        "give them keys: node(..., key='left')",
    ),
    "tree edge root": Case(
        """
        t = Tree(node('a', node('b')))
        return Diagram(t, Arrow(t.edge('a'), t.node('a')))  # here
        """,
        "no edge leads to that node",
        "name a node below the root",
    ),
    "tree level": Case(
        """
        t = Tree(node('a', node('b')))
        return Diagram(t, Brace(t.level(5)))  # here
        """,
        "the tree has no level 5",
        "there are 2 levels, 0 to 1",
    ),
    "tree level str": Case(
        """
        t = Tree(node('a', node('b')))
        return Diagram(t, Brace(t.level('a')))  # here
        """,
        "the tree has no level 'a'",
        "there are 2 levels, 0 to 1",
    ),
    "tree highlight list": Case(
        """
        t = Tree(node('a', node('b')))
        t.highlight(['a', 'b'])  # here
        return t
        """,
        "the tree has no node ['a', 'b']",
        "give one of its keys: a, b",
    ),
    "node alone": Case(
        "return Row(node('a'), 'b')",
        "an element in a Row cannot be a Node",
        "a node stands in a tree: Tree(node('root', node('a')))",
    ),
    "node returned": Case(
        "return node('a', node('b'))",
        "what the figure function returns cannot be a Node",
        "a node stands in a tree: Tree(node('root', node('a')))",
    ),
    "node arrow": Case(
        """
        a = node('a')
        return Diagram(Box('b'), Arrow(a, a))  # here
        """,
        "both ends of this arrow are the same element",
        "for a loop write route='arc'; else name another element, or anchors: a.right, b.left",
    ),
    "more arg": Case(
        "return Tree(node('a', more(3)))",
        "more takes no values without a name, not 1",
        "leave it out, or give it its name: deeper, role, edge_style",
    ),
    "more noncall": Case(
        "return Tree(node('a', more))", "what lies below a node must be nodes, not the function more", "call it: more()"
    ),
    "mindmap none": Case(
        "return MindMap('a')", "this MindMap has no branches", "give right=[node(...), ...] or left=[...]"
    ),
    "mindmap node": Case(
        "return MindMap('a', right=node('b'))",
        "right= cannot be the Node of line 5",
        "give a list of nodes: right=[node('words'), ...]",
    ),
    "mindmap num": Case(
        "return MindMap(3, right=[node('b')])",
        "a node of a tree cannot be the number 3",
        'write it as a string: "3", str(n), or f"{n:.2f}" for two decimals',
    ),
    "outline num": Case(
        "return Tree(outline(3))",
        "an outline cannot be the number 3",
        r'give one string with a line for each entry: outline("root\n  first\n  second")',
    ),
    "outline empty": Case(
        "return Tree(outline(''))",
        "the root of a Tree must be a node, not an outline",
        "grow nodes from one entry: def grown(e): return node(e.text, *map(grown, e.below))",
    ),
    "outline two roots": Case(
        r"return Tree(outline('a\nb'))",
        "the root of a Tree must be a node, not an outline",
        "grow nodes from one entry: def grown(e): return node(e.text, *map(grown, e.below))",
    ),
    "outline indent": Case(
        r"return Tree(outline('a\n   b\n  c'))",
        "the line 'b' of an outline is not indented by 2 spaces a level",
        "indent it by 2 spaces at most, in steps of 2",
    ),
    "outline tabs": Case(
        r"return Tree(outline('a\n\tb\n        c'))",
        "the line 'b' of an outline is not indented by 2 spaces a level",
        "indent it by 2 spaces at most, in steps of 2",
    ),
    "outline list": Case(
        "return Tree(outline(['a', 'b']))",
        "an outline cannot be a list: ['a', 'b']",
        r'give one string with a line for each entry: outline("root\n  first\n  second")',
    ),
}
