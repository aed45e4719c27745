"""From basic Q&A to graphs of thoughts: five ways from an input to an output, each a graph of thoughts."""

from llmfig import Arrow, Box, Column, Diagram, Grid, Legend, Panel, Region, figure, tr

ROLES = {"?": "muted", "-": "loss", "+": "sample"}

# Each way: its rows of thoughts from the input down, a letter a thought ("." leaves a place free), and the edges from row
# to row as pairs of places. Input and output stand above and below the column that is named.
BASIC = ((), (), 0)
COT = (("?", "?", "?", "?"), ((0, 0),), 0)
VOTE = (("???", "???", "???", "-++"), ((0, 0), (1, 1), (2, 2)), 1)
