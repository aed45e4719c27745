"""Slips with charts and what is drawn in them."""

from __future__ import annotations

from tests.errors.case import Case

CASES = {
    "chart nothing": Case(
        "return Chart()",
        "nothing tells how far the x axis runs",
        'write Axis("x", range=(from, to)), or give the curves a domain',
    ),
    "chart list": Case(
        "return Chart([1, 2, 3])",
        "a chart cannot hold a list: [1, 2, 3]",
        "numbers are drawn by Bars([...]), Curve((xs, ys)) or Points(xs, ys): Chart(Bars([3, 1, 2]))",
    ),
    "chart bars list": Case(
        "return Chart([Bars([1])])",
        "a chart cannot hold a list: [<Bars of line 5>]",
        "take off the brackets, or unpack the list with a star: Chart(*marks)",
    ),
    "chart box": Case(
        "return Chart(Box('a'))",
        "a chart cannot hold the Box of line 5",
        "give it Axis, Bars, Curve, Area, Points, Guide, Band, ChartNote; all else goes into a Diagram",
    ),
    "chart arrow": Case(
        """
        c = Chart(Bars([1]))
        return Diagram(Chart(Bars([1]), Note('x', over=c)))  # here
        """,
        "a chart cannot hold the Note of line 6",
        "give it Axis, Bars, Curve, Area, Points, Guide, Band, ChartNote; all else goes into a Diagram",
    ),
    "chart two x": Case(
        "return Chart(Axis('x'), Axis('x'), Bars([1]))",
        "this chart has two x axes",
        "leave one out, or make it two charts",
    ),
    "axis z": Case("return Chart(Axis('z'), Bars([1]))", "there is no 'z' axis", "valid axes: x, y"),
    "axis title pos": Case(
        "return Chart(Axis('x', 't'), Bars([1]))",
        "Axis takes 1 value without a name (way), not 2",
        "give it its name: title='t'",
    ),
    "axis min max": Case(
        "return Chart(Axis('x', min=0, max=1), Bars([1]))",
        "Axis has no options 'min' and 'max'",
        "instead of min= write range=: range=(from, to); instead of max= write range=: range=(from, to)",
    ),
    "axis range one": Case(
        "return Chart(Axis('x', range=3), Bars([1]))", "range is 3, not two numbers", "write range=(from, to)"
    ),
    "axis range rev": Case(
        "return Chart(Axis('x', range=(3, 1)), Bars([1]))", "range runs from 3 to 1", "put the lower number first"
    ),
    "axis range inf": Case(
        "return Chart(Axis('x', range=(0, float('inf'))), Bars([1]))",
        "range[1] is inf",
        "compute finite numbers; restrict a function with domain=(from, to)",
    ),
    "axis ticks num": Case(
        "return Chart(Axis('x', ticks=5), Bars([1]))", "ticks is no list of numbers: 5", "give a list or an array"
    ),
    "axis ticks outside": Case(
        "return Chart(Axis('x', range=(0, 1), ticks=[5]), Bars([1]))",
        "the tick 5 is outside of the x axis, from 0 to 1",
        "give the axis range=(0, 5), or leave the tick out",
    ),
    "axis ticks words": Case(
        "return Chart(Axis('x', ticks=['a', 'b']), Bars([1, 2]))",
        "ticks[0] is 'a', which is no number",
        "give a number",
    ),
    "axis ticks swapped": Case(
        "return Chart(Axis('x', ticks={'a': 0}), Bars([1, 2]))",
        "a tick of the x axis is 'a', which is no number",
        "give a number",
    ),
    "axis log zero": Case(
        "return Chart(Axis('x'), Axis('y', scale='log', range=(0, 3)), Curve([1, 2], [1, 2]))",
        "Curve takes 1 value without a name (data), not 2",
        "hand the numbers over as one pair: Curve((xs, ys))",
    ),
    "axis log zero2": Case(
        "return Chart(Axis('x'), Axis('y', scale='log', range=(0, 3)), Curve(([1, 2], [1, 2])))",
        "a logarithmic axis cannot reach 0",
        "give a range of numbers above zero",
    ),
    "axis fmt": Case(
        "return Chart(Axis('x', ticks=[0], fmt='%d'), Bars([1, 2]))",
        "'%d' is no way to write a number",
        'give a format specification such as ".2f"',
    ),
    "axis title_at": Case(
        "return Chart(Axis('x', title='t', title_at='left'), Bars([1, 2]))",
        "the x axis has no title_at='left'",
        "valid values: end, middle, above, below",
    ),
    "axis at str": Case(
        "return Chart(Axis('x', title='t', at='left'), Bars([1, 2]))",
        "at is 'left', which is no number",
        "give a number",
    ),
    "bars num": Case(
        "return Chart(Bars(3))",
        "the values of Bars cannot be the number 3",
        "give a list: Bars([0.5, 0.3, 0.2], labels=['are', 'was', 'is'])",
    ),
    "bars empty": Case("return Chart(Bars([]))", "there are no bars", "give at least one value"),
    "bars str": Case(
        "return Chart(Bars('abc'))",
        "the values of Bars cannot be the string 'abc'",
        "give a list: Bars([0.5, 0.3, 0.2], labels=['are', 'was', 'is'])",
    ),
    "bars strs": Case(
        "return Chart(Bars(['a', 'b']))", "value 0 of the bars is 'a', which is no number", "give a number"
    ),
    "bars nan": Case(
        "return Chart(Bars([1, float('nan')]))",
        "value 1 of the bars is nan",
        "compute finite numbers; restrict a function with domain=(from, to)",
    ),
    "bars labels len": Case(
        "return Chart(Bars([1, 2], labels=['a']))", "there is 1 label for 2 bars", "give 2 labels, one for each"
    ),
    "bars labels first": Case(
        "return Chart(Bars(['a', 'b'], [1, 2]))",
        "Bars takes 1 value without a name (values), not 2",
        "the numbers come first, the words are labels=[...]: Bars([0.2, 0.8], labels=['no', 'yes'])",
    ),
    "bars role len": Case(
        "return Chart(Bars([1, 2], role=['data']))", "there is 1 role for 2 bars", "give 2 roles, one for each"
    ),
    "bars dict": Case(
        "return Chart(Bars({'a': 1}))",
        "the values of Bars cannot be a dict: {'a': 1}",
        "give a list: Bars([0.5, 0.3, 0.2], labels=['are', 'was', 'is'])",
    ),
    "bars base": Case(
        "return Chart(Bars([1, 2], base=[1]))", "there is 1 base for 2 bars", "give 2 bases, one for each"
    ),
    "bars value_labels": Case(
        "return Chart(Bars([1, 2], value_labels='%.2f'))",
        "'%.2f' is no way to write a number",
        'give a format specification such as ".2f"',
    ),
    "bars value_labels2": Case(
        "return Chart(Bars([1, 2], value_labels=lambda: 'x'))",
        "the function given here takes 0 of the 1 values that it is called with",
        "write it for 1: lambda value: ...",
    ),
    "bars 2d": Case(
        """
        import numpy as np
        return Chart(Bars(np.zeros((2, 2))))  # here
        """,
        "value 0 of the bars is array([0., 0.]), which is no number",
        "give a number",
    ),
    "bars tracks": Case(
        "return Chart(Bars([1, 2], tracks=3))",
        "tracks= cannot be the number 3",
        "rows and columns count themselves; to share them, hand one shared = Tracks() to several",
    ),
    "bars margin": Case("return Chart(Bars([1, 2], margin='s'))", "margin is 's', which is no number", "give a number"),
    "bars alone": Case(
        "return Bars([1, 2])",
        "what the figure function returns cannot be the Bars of line 5: it belongs to a Chart",
        "write Chart(Bars(...), ...)",
    ),
    "curve two": Case(
        "return Chart(Curve([1, 2], [3, 4]))",
        "Curve takes 1 value without a name (data), not 2",
        "hand the numbers over as one pair: Curve((xs, ys))",
    ),
    "curve list": Case(
        "return Chart(Curve([1, 2, 3]))", "[1, 2, 3] is no curve", "give a function of x, or two lists: (xs, ys)"
    ),
    "curve num": Case("return Chart(Curve(3))", "3 is no curve", "give a function of x, or two lists: (xs, ys)"),
    "curve nodomain": Case(
        "return Chart(Curve(lambda x: x))",
        "nothing tells how far the x axis runs",
        'write Axis("x", range=(from, to)), or give the curves a domain',
    ),
    "curve len": Case("return Chart(Curve(([1, 2, 3], [1, 2])))", "there are 2 ys for 3 xs", "give 3 ys, one for each"),
    "curve desc": Case(
        "return Chart(Curve(([3, 2, 1], [1, 2, 3])))", "the xs of a curve do not rise", "sort the points by x"
    ),
    "curve raise": Case(
        "return Chart(Axis('x', range=(-1, 1)), Curve(lambda x: 1 / x))",
        "the function cannot be computed at x = 0: float division by zero",
        "restrict it with domain=(from, to)",
    ),
    "curve sqrt": Case(
        """
        import math
        return Chart(Axis('x', range=(-1, 1)), Curve(lambda x: math.sqrt(x)))  # here
        """,
        "the function cannot be computed at x = -1: math domain error",
        "restrict it with domain=(from, to)",
    ),
    "curve none": Case(
        "return Chart(Axis('x', range=(-1, 1)), Curve(lambda x: None))",
        "the function at x = -1 is None, which is no number",
        "give a number",
    ),
    "curve noarg": Case(
        "return Chart(Axis('x', range=(-1, 1)), Curve(lambda: 3))",
        "the function of a curve cannot be called with one number: the function <lambda>",
        "write it for x alone: lambda x: x**2",
    ),
    "curve nameerror": Case(
        "return Chart(Axis('x', range=(-1, 1)), Curve(lambda x: foo(x)))",
        "the name 'foo' is not known here",
        'give it a value above this line, or import it; words stand in quotes: "foo"',
    ),
    "curve attr": Case(
        "return Chart(Axis('x', range=(-1, 1)), Curve(lambda x: x.foo))",
        "AttributeError: 'float' object has no attribute 'foo'",
        "correct the line; --traceback tells how it came to it",
    ),
    "curve np": Case(
        """
        import numpy as np
        return Chart(Axis('x', range=(-1, 1)), Curve(lambda x: np.log(x)))  # here
        """,
        "the function at x = -1 is nan",
        "compute finite numbers; restrict a function with domain=(from, to)",
    ),
    "curve call": Case(
        """
        import math
        return Chart(Axis('x', range=(-1, 1)), Curve(math.exp(1)))  # here
        """,
        "2.718281828459045 is no curve",
        "give a function of x, or two lists: (xs, ys)",
    ),
    "curve str": Case(
        "return Chart(Axis('x', range=(-1, 1)), Curve('sin'))",
        "'sin' is no curve",
        "give a function of x, or two lists: (xs, ys)",
    ),
    "curve smooth": Case(
        "return Chart(Curve(lambda x: x, smooth=True, domain=(0, 1)))",
        "smooth=True is for points; a function is smooth already",
        "leave smooth out",
    ),
    "curve out": Case(
        "return Chart(Axis('y', range=(10, 20)), Curve(([1, 2], [3, 4])))",
        "the curve lies wholly outside of the plot",
        "give the y axis another range",
    ),
    "curve at": Case(
        """
        c = Curve(([1, 2], [3, 4]))
        return Diagram(Chart(c), Arrow(c.at('x'), c.end))
        """,
        "x is 'x', which is no number",
        "give a number",
    ),
    "curve domain": Case(
        "return Chart(Curve(lambda x: x, domain=3))", "domain is 3, not two numbers", "write domain=(from, to)"
    ),
    "curve domain list": Case(
        "return Chart(Curve(([1, 2], [3, 4]), domain=(1, 2)))", "domain= is for functions", "leave points out instead"
    ),
    "area": Case("return Chart(Area())", "Area is given no 'data'", "write Area(data)"),
    "area one": Case(
        "return Chart(Area([1, 2, 3]))", "[1, 2, 3] is no curve", "give a function of x, or two lists: (xs, ys)"
    ),
    "points one": Case(
        "return Chart(Points([1, 2]))", "Points is given no 'ys'", "xs and ys are two lists: Points([1, 2], [3, 4])"
    ),
    "points len": Case("return Chart(Points([1, 2], [1]))", "there is 1 y for 2 xs", "give 2 ys, one for each"),
    "points index": Case(
        """
        p = Points([1], [1])
        return Diagram(Chart(p), Callout('x', to=p[4]))  # here
        """,
        "there is no point 4",
        "there is one point, 0",
    ),
    "points index str": Case(
        """
        p = Points([1], [1])
        return Diagram(Chart(p), Brace(p['a']))  # here
        """,
        "there is no point 'a'",
        "there is one point, 0",
    ),
    "points nochart": Case(
        """
        p = Points([1], [1])
        return Diagram(Box('a'), Brace(p[0]))
        """,
        "this Points is in no chart",
        "hand it to a Chart(...)",
    ),
    "points label": Case(
        "return Chart(Points([1], [1], labels='peak'))",
        "the labels of Points cannot be the string 'peak'",
        "give a list with one for each point, None for none",
    ),
    "guide none": Case(
        "return Chart(Guide(), Bars([1]))",
        "a guide needs one of x, y and to",
        "write Guide(x=...), Guide(y=...) or Guide(to=(x, y))",
    ),
    "guide str": Case("return Chart(Guide(x='a'), Bars([1]))", "x is 'a', which is no number", "give a number"),
    "band none": Case(
        "return Chart(Band(), Bars([1]))",
        "a band runs along one axis",
        "write Band(x=(from, to)) or Band(y=(from, to))",
    ),
    "band both": Case(
        "return Chart(Band(x=(0, 1), y=(0, 1)), Bars([1]))",
        "a band runs along one axis",
        "write Band(x=(from, to)) or Band(y=(from, to))",
    ),
    "band one": Case("return Chart(Band(x=1), Bars([1]))", "x is 1, not two numbers", "write x=(from, to)"),
    "chartnote": Case(
        "return Chart(ChartNote('x'), Bars([1]))",
        "ChartNote is given no 'at'",
        'for example: ChartNote(tr("no gradient here", "此处无梯度"), at=(-1.5, 0), side="above")',
    ),
    "inset chart": Case(
        """
        c = Chart(Bars([1]))
        return Chart(Inset('x', over=c))  # here
        """,
        "a chart cannot hold the Inset of line 6",
        "give it Axis, Bars, Curve, Area, Points, Guide, Band, ChartNote; all else goes into a Diagram",
    ),
    "inset box": Case(
        """
        c = Box('a')
        return Diagram(c, Inset('x', over=c))  # here
        """,
        "an inset stands in a chart, not in Box",
        "write Inset(..., over=chart)",
    ),
    "inset big": Case(
        """
        c = Chart(Bars([1]))
        return Diagram(c, Inset(Box('x', wide=60, tall=60), over=c))  # here
        """,
        "there is no free place of 1080 x 1080 px in the plot of 396 x 252 px",
        "make the chart larger (wide=, tall=), wrap the text, or stand it beside the chart",
    ),
    "legend none": Case(
        "return Row(Chart(Bars([1])), Legend())", "Legend is given no 'entries'", "write Legend(entries)"
    ),
    "legend empty": Case(
        "return Row(Chart(Bars([1])), Legend([]))",
        "this legend has no entries",
        "give pairs of a label and a role, or give marks a name=...",
    ),
    "legend strs": Case(
        "return Row(Chart(Bars([1])), Legend(['a', 'b']))",
        "an entry of a legend cannot be the string 'a'",
        "give pairs of words and a role: [('kept', 'data'), ('dropped', 'muted')]",
    ),
    "legend noname": Case(
        """
        c = Chart(Bars([1]))
        return Row(c, c.legend())  # here
        """,
        "this legend has no entries",
        "give pairs of a label and a role, or give marks a name=...",
    ),
    "legend loc": Case(
        """
        c = Chart(Bars([1], name='a'))
        return Row(c, c.legend(loc='best'))  # here
        """,
        "legend has no option 'loc'",
        "legend takes title, across, framed",
    ),
    "colorkey list": Case(
        "return ColorKey(['data', 'model'])",
        "an entry of a colour key cannot be the string 'data'",
        "give pairs of words and a role: [('kept', 'data'), ('dropped', 'muted')]",
    ),
    "colorkey empty": Case("return ColorKey({})", "this colour key is empty", "give it names and roles"),
    "swatch": Case("return Swatch()", "Swatch is given no 'role'", 'for example: Swatch("muted", hatched=True)'),
    "segments": Case("return Segments()", "Segments is given no 'values'", "write Segments(values)"),
    "segments neg": Case("return Segments([1, -1])", "a part of a bar cannot be -1 long", "leave it out"),
    "segments labels": Case(
        "return Segments([1, 1], labels=['a'])", "there is 1 label for 2 parts", "give 2 labels, one for each"
    ),
    "segments unit str": Case(
        "return Segments([1, 1], unit=Unit('x'))", "least='x' cannot be drawn", "give a number from 0"
    ),
    "segments index": Case(
        """
        s = Segments([1, 1])
        return Diagram(s, Brace(s[3]))  # here
        """,
        "there is no part 3",
        "there are 2 parts, 0 to 1",
    ),
    "spline len": Case(
        """
        s = spline([1, 2], [2])
        return Chart(Curve(s, domain=(0, 1)))
        """,
        "there is 1 ordinate for 2 abscissas",
        "give 2 ordinates, one for each",
    ),
    "spline str": Case(
        """
        s = spline('ab', 'cd')
        return Chart(Curve(s, domain=(0, 1)))
        """,
        "xs is no list of numbers: 'ab'",
        "give a list or an array",
    ),
    "chart bar idx": Case(
        """
        c = Chart(Bars([1, 2]))
        return Diagram(c, Brace(c.bar(5)))  # here
        """,
        "there is no bar 5",
        "there are 2 bars, 0 to 1",
    ),
    "chart bar nobars": Case(
        """
        c = Chart(Curve(([1, 2], [1, 2])))
        return Diagram(c, Brace(c.bar(5)))  # here
        """,
        "this chart has no bars",
        "give it Bars(...)",
    ),
    "chart bar str": Case(
        """
        c = Chart(Bars([1, 2]))
        return Diagram(c, Brace(c.bar('a')))  # here
        """,
        "there is no bar 'a'",
        "there are 2 bars, 0 to 1",
    ),
    "chart at one": Case(
        """
        c = Chart(Bars([1, 2]))
        return Diagram(c, Arrow(c.at(0), c.at(1)))  # here
        """,
        "at is given no 'y'",
        "name both numbers: chart.at(x, y)",
    ),
    "chart at outside": Case(
        """
        c = Chart(Bars([1, 2]))
        return Diagram(c, Arrow(c.at(0, 0), c.at(100, 100)))  # here
        """,
        "x = 100 is outside of the chart, where x runs from -1.1 to 2.1",
        'name a point inside, or give Axis("x", range=(from, to))',
    ),
    "chart tick": Case(
        """
        c = Chart(Axis('x', ticks=[0, 1]), Bars([1, 2]))
        return Diagram(c, Arrow(c.tick('x', 5), c.at(1, 1)))  # here
        """,
        "x = 5 is outside of the chart, where x runs from -1.1 to 2.1",
        'name a point inside, or give Axis("x", range=(from, to))',
    ),
    "chart tick way": Case(
        """
        c = Chart(Axis('x', ticks=[0, 1]), Bars([1, 2]))
        return Diagram(c, Arrow(c.tick(1), c.at(1, 1)))  # here
        """,
        "tick is given no 'value'",
        "name the axis, too: chart.tick('x', 1)",
    ),
    "chart curve_end": Case(
        """
        c = Chart(Bars([1, 2]))
        return Diagram(c, Arrow(c.curve_end(0), c.at(1, 1)))  # here
        """,
        "this chart has no curves",
        "give it Curve(...)",
    ),
}
