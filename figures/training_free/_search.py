"""What the figures on search share: the probabilities that the model gives, and panels in which a prefix is expanded."""

from llmfig import Arrow, Box, Diagram, Dots, Grid, Highlight, Note, Panel, Scissors, Strip, Table, Text, Tracks, language, tr

CHOICES = (  # a prefix and the likeliest tokens after it, in both languages, and their probabilities
    (("How", "are", "can", "is"), ("你", "好", "有", "在"), (0.3, 0.1, 0.4)),
    (("How are", "they", "we", "you"), ("你好", "吗", "呀", "棒"), (0.1, 0.05, 0.4)),
    (("How is", "it", "she", "he"), ("你在", "哪里", "吗", "干"), (0.25, 0.2, 0.1)),
    (("How are you", ",", "<END>", "?"), ("你好棒", "哦", "<END>", "！"), (0.3, 0.1, 0.4)),
    (("How is it", "?", "going", "that"), ("你在哪里", "？", "玩", "呢"), (0.3, 0.1, 0.2)),
)
STEPS = 3


def model():
    """The likeliest next tokens after each prefix, with their probabilities; the first prefix is where a search begins."""
    rows = [(tr(en, zh), p) for en, zh, p in CHOICES]
    return {prefix: dict(zip(tokens, p, strict=True)) for (prefix, *tokens), p in rows}


def joined(prefix, token):
    """The prefix with one more token; English words are set apart."""
    return f"{prefix} {token}" if language() == "en" and token.isalpha() else prefix + token


class Panels:
    """Panels of one figure: the columns of all of them are equally wide, and what is kept is marked alike."""

    def __init__(self, heads, role):
        self.heads, self.role = heads, role
        self.outer, self.inner = Tracks(), Tracks()  # prefix and table; columns of the table

    def expansion(self, prefix, rows, kept):
        """A panel with a prefix and its candidates (text: cells), and the places of those that are kept, by their text."""
        table, places = self._candidates(rows, kept)
        context = Text(prefix.replace(" ", "\n"), bold=True)
        first, *others = (Text(h, size="small", role="note") for h in self.heads)
        heads = Strip(others, role="panel", pad=4, gap="none", uniform=False, tracks=self.inner)
        fan = [Arrow(context.right, row.left, route="straight") for row in places]
        panel = Panel(Diagram(Grid([[first, heads], [context, table]], row_gap="s", col_gap="xl", cols=self.outer), fan))
        return panel, {text: row for text, row in zip(rows, places, strict=False) if text in kept}

    def _candidates(self, rows, kept):
        """The table of one prefix, with the kept rows marked and the others cut; and the places of its rows."""
        best = [text in kept for text in rows] + [False]
        cells = [*rows.values(), ["…"] * (len(self.heads) - 1)]
        ink = ["highlight" if keep else "note" for keep in best]
        table = Table(cells, role=lambda r, _: ink[r], size="body", ruled=False, gap="none", tall=2.3, tracks=self.inner)
        places = [table.row(r) for r in range(len(best))]
        marks = [
            Highlight(row, role=self.role, below=True) if keep else Note(Scissors(role="note"), over=row, side="right", gap="s")
            for row, keep in zip(places, best, strict=True)
        ]
        return Diagram(table, marks), places


def ending(kept, result, label):
    """The dots after the last step, and the arrows that lead through them to the result."""
    more = Box(Dots(size="l"), role="panel", outlined=False, stick="fill-y")
    links = [Arrow(row.right, more.left, style="dotted") for row in kept]
    return more, [*links, Arrow(more.bottom, result.right, style="dotted", label=Text(label, role="note"))]
