"""Slips with boxes, panels, rows, columns, grids and what evens them out."""

from __future__ import annotations

from tests.errors.case import Case

CASES = {
    "box colour": Case(
        "return Box('a', colour='red')",
        "Box has no option 'colour'",
        "instead of colour= write role=: colours follow from meaning, 'model', 'data', 'loss', 'muted',",
    ),
    "box color": Case(
        "return Box('a', color='red')",
        "Box has no option 'color'",
        "instead of color= write role=: colours follow from meaning, 'model', 'data', 'loss', 'muted',",
    ),
    "box fill": Case(
        "return Box('a', fill='#ff0000')",
        "Box has no option 'fill'",
        "instead of fill= write role=: colours follow from meaning, 'model', 'data', 'loss', 'muted', ...",
    ),
    "box width": Case(
        "return Box('a', width=3)",
        "Box has no option 'width'",
        "instead of width= write wide=: the least width in em; more comes with the content",
    ),
    "box height": Case(
        "return Box('a', height=3)",
        "Box has no option 'height'",
        "instead of height= write tall=: the least height in em; more comes with the content",
    ),
    "box fontsize": Case(
        "return Box('a', fontsize=12)",
        "Box has no option 'fontsize'",
        "instead of fontsize= write size=: sizes are names, 'small', 'body', 'large', ...",
    ),
    "box font_size": Case(
        "return Box('a', font_size=12)",
        "Box has no option 'font_size'",
        "instead of font_size= write size=: sizes are names, 'small', 'body', 'large', ...",
    ),
    "box x y": Case(
        "return Box('a', x=3, y=4)",
        "Box has no options 'x' and 'y'",
        "nothing has coordinates: Row, Column and Grid say what stands where",
    ),
    "box margin": Case(
        "return Box('a', margin=3)",
        "Box has no option 'margin'",
        "distances belong to the container: Row(a, b, gap='l')",
    ),
    "box padding": Case(
        "return Box('a', padding=3)",
        "Box has no option 'padding'",
        "instead of padding= write pad=: a step of the spacing scale, 's', 'm', 'l', ...",
    ),
    "box too many": Case(
        "return Box('a', 'model')",
        "Box takes 1 value without a name (content), not 2",
        "give it its name: role='model'",
    ),
    "box corner str": Case(
        "return Box('a', corner='lock')",
        "the corner of a Box cannot be the string 'lock'",
        "give a small element, such as Lock()",
    ),
    "row spacing": Case(
        "return Row(Box('a'), Box('b'), spacing=3)",
        "Row has no option 'spacing'",
        "instead of spacing= write gap=: a step of the spacing scale, 's', 'm', 'l', ...",
    ),
    "row list": Case(
        "return Row([Box('a'), Box('b')])",
        "an element in a Row cannot be a list: [<Box of line 5>, <Box of line 5>]",
        "take off the brackets, or unpack the list with a star: Row(*boxes)",
    ),
    "row generator": Case(
        "return Row(Box(str(i)) for i in range(3))",
        "an element in a Row cannot be a generator",
        "unpack it with a star: Row(*[Box(word) for word in words])",
    ),
    "row number": Case(
        "return Row(Box('a'), 3)",
        "an element in a Row cannot be the number 3",
        'write it as a string: "3", str(n), or f"{n:.2f}" for two decimals',
    ),
    "row gap number": Case(
        "return Row('a', 'b', gap=3)",
        "there is no gap 3",
        "a gap is a step of the theme's scale, not a number; valid gaps: none, hair, xs, s, m, l, xl, xxl",
    ),
    "row gap word": Case("return Row('a', 'b', gap='large')", "there is no gap 'large'", "did you mean 'l'?"),
    "row gap px": Case(
        "return Row('a', 'b', gap='12px')",
        "there is no gap '12px'",
        "a gap is a step of the theme's scale, not a number; valid gaps: none, hair, xs, s, m, l, xl, xxl",
    ),
    "row align middle": Case(
        "return Row('a', 'b', align='middle')", "a Row has no align='middle'", "did you mean 'center'?"
    ),
    "row align left": Case(
        "return Row('a', 'b', align='left')", "a Row has no align='left'", "valid values: center, top, bottom, fill"
    ),
    "column align top": Case(
        "return Column('a', 'b', align='top')", "a Column has no align='top'", "valid values: center, left, right, fill"
    ),
    "row empty": Case("return Row()", "this Row is empty", "put at least one element into it"),
    "row axis": Case(
        "return Row('a', Box('b'), axis=Box('c'))",
        "the axis of this Row is not one of its elements",
        "keep one of them in a variable, and name that: Row(a, b, axis=b)",
    ),
    "row axis string": Case(
        "return Row('a', Box('b'), axis='b')",
        "the axis of this Row is not one of its elements",
        "keep one of them in a variable, and name that: Row(a, b, axis=b)",
    ),
    "row tracks": Case(
        "return Row('a', Box('b'), tracks='b')",
        "tracks= cannot be the string 'b'",
        "rows and columns count themselves; to share them, hand one shared = Tracks() to several",
    ),
    "row tracks class": Case(
        "return Row('a', Box('b'), tracks=Tracks)",
        "tracks= cannot be the class Tracks",
        "rows and columns count themselves; to share them, hand one shared = Tracks() to several",
    ),
    "row class": Case(
        "return Row(Box, Box('b'))",
        "an element in a Row cannot be the class Box",
        "Box is the class; make one: Box(...)",
    ),
    "row none all": Case("return Row(None, None)", "this Row is empty", "put at least one element into it"),
    "column spread str": Case(
        "return Column('a', 'b', spread='yes')",
        "spread='yes' is neither True nor False",
        "write spread=True or spread=False",
    ),
    "set attribute": Case(
        """
        a = Box('a')
        a.role = 'modell'
        return a
        """,
        "there is no role 'modell'",
        "did you mean 'model'?",
    ),
    "twice": Case(
        """
        a = Box('a')
        return Row(a, a)
        """,
        "this Box stands twice in the Row of line 6",
        "build it twice; [Box('a')] * 3 repeats one box, [Box('a') for _ in range(3)] makes three",
    ),
    "two containers": Case(
        """
        a = Box('a')
        return Column(Row(a, 'b'), Row(a, 'c'))
        """,
        "this Box stands in the Row of line 6 and in another one there",
        "build it twice, for example by a function that returns a new one",
    ),
    "in itself": Case(
        """
        a = Box('a')
        r = Row(a)  # here
        r._children.append(r)
        return r
        """,
        "this Row contains itself",
        "an element is made of others that exist before it",
    ),
    "two charts": Case(
        """
        b = Bars([1, 2])
        return Row(Chart(b), Chart(b))
        """,
        "this Bars is already in another chart (line 6)",
        "build it twice, for example by a function that returns a new one",
    ),
    "text twice": Case(
        """
        a = Text('a')
        return Row(Box(a), Box(a))
        """,
        "this Text stands in the Box of line 6 and in another one there",
        "build it twice, for example by a function that returns a new one",
    ),
    "mult": Case(
        "return Row(*[Box('a')] * 3)",
        "this Box stands twice in the Row of line 5",
        "build it twice; [Box('a')] * 3 repeats one box, [Box('a') for _ in range(3)] makes three",
    ),
    "lock twice": Case(
        """
        l = Lock()
        return Row(Box('a', corner=l), Box('b', corner=l))
        """,
        "this Lock stands in the Box of line 6 and in another one there",
        "build it twice, for example by a function that returns a new one",
    ),
    "module element": Case(
        """
        from llmfig import Box, Row, figure

        BOX = Box('a')  # here

        @figure(...)
        def bad():
            return Row(BOX, BOX)
        """,
        "this Box stands twice in the Row of line 7",
        "build it twice; [Box('a')] * 3 repeats one box, [Box('a') for _ in range(3)] makes three",
        whole=True,
    ),
    "same_size twice": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        same_size(a, b)
        same_size(b, c)  # here
        return Row(a, b, c)
        """,
        "the size of this Box (line 5) already has an owner (line 6)",
        "name all elements of one size in one same_size(), or give equal= to one container only",
    ),
    "same_size equal": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        same_size(a, b)
        return Row(a, b, c, equal='width')  # here
        """,
        "the size of this Box (line 5) already has an owner (line 6)",
        "name all elements of one size in one same_size(), or give equal= to one container only",
    ),
    "same_size list": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        same_size([a, b])  # here
        return Row(a, b, c)
        """,
        "same_size() takes elements, not a list of them",
        "take off the brackets, or unpack the list with a star: same_size(*boxes)",
    ),
    "same_size string": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        same_size(a, 'b')  # here
        return Row(a, b, c)
        """,
        "an element or a part of one is due here, not the string 'b'",
        "keep the element in a variable, a = Box('words'), and name that: a, without quotes",
    ),
    "same_size axis": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        same_size(a, b, axis='w')  # here
        return Row(a, b, c)
        """,
        "axis='w' is not an axis",
        "valid values: width, height, both",
    ),
    "same_size same": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        same_size(a, a)  # here
        return Row(a, b, c)
        """,
        "this Box is named twice",
        "name each element once",
    ),
    "align word": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        align(a, b, by='centre')  # here
        return Row(a, b, c)
        """,
        "by='centre' is not a line",
        "did you mean 'center'?",
    ),
    "align owner": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        align(a, b, by='left')  # here
        return Row(a, b, c)
        """,
        "the x position of this Box (line 5) has an owner: the Row of line 7",
        "align children of a Row by top, middle or bottom, and children of a Column by left, center or",
    ),
    "align string": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        align(a, 'b', by='top')  # here
        return Row(a, b, c)
        """,
        "align() moves elements, not the string 'b'",
        "name whole elements",
    ),
    "align part": Case(
        """
        a, b = Strip(['a']), Box('b')
        align(a, a[0], by='top')  # here
        return Row(a, b)
        """,
        "the y position of this Cell (line 5) has an owner: the Strip of line 5",
        "align children of a Row by top, middle or bottom, and children of a Column by left, center or",
    ),
    "align outside": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        align(a, c, by='top')  # here
        return Row(a, b)
        """,
        "align() refers to the Box of line 5, which is not in the figure",
        "put it into the Row, Column, Grid, ... that the figure function returns",
    ),
    "align first outside": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        align(c, a, by='top')  # here
        return Row(a, b)
        """,
        "align() refers to the Box of line 5, which is not in the figure",
        "put it into the Row, Column, Grid, ... that the figure function returns",
    ),
    "align twice": Case(
        """
        a, b, c = Box('a'), Box('b'), Box('c')
        align(c, a, by='top')
        align(b, a, by='top')  # here
        return Row(a, b, c)
        """,
        "the y position of this Box already has an owner: the align() of line 6",
        "name all elements that share a line in one align()",
    ),
    "align leave": Case(
        """
        a, b = Box('a'), Column(Box('b'), Box('c'))
        d = Box('d', tall=8)
        align(d, a, by='top')  # here
        return Column(Row(a, b), d)
        """,
        "this Box cannot be aligned: it would leave its Row of line 8 by 74 px",
        "align its container instead, or let the container be larger (stick='fill')",
    ),
    "overlay list": Case(
        "return Overlay([Box('a'), Box('b')])",
        "an element in an Overlay cannot be a list: [<Box of line 5>, <Box of line 5>]",
        "take off the brackets, or unpack the list with a star: Overlay(*boxes)",
    ),
    "overlay stick": Case(
        "return Overlay(Box('a', wide=9), Text('b', stick='topleft'))",
        "stick='topleft' is not a way to sit",
        "did you mean 'top left'?",
    ),
    "panel list": Case(
        "return Panel([Box('a'), Box('b')])",
        "the content of a Panel cannot be a list: [<Box of line 5>, <Box of line 5>]",
        "put them together first: Row(a, b), Column(a, b) or Grid([[a, b]]), with a star for a list:",
    ),
    "panel title_side": Case(
        "return Panel(Box('a'), title='x', title_side='above')",
        "a panel has no title side 'above'",
        "did you mean 'top'?",
    ),
    "panel look": Case(
        "return Panel(Box('a'), title='x', look='round')", "a panel has no look 'round'", "did you mean 'rounded'?"
    ),
    "grid flat": Case(
        "return Grid([Box('a'), Box('b')])",
        "row 0 of this Grid is no list but the Box of line 5",
        "write Grid([[a, b], [c, d]])",
    ),
    "grid args": Case(
        "return Grid(Box('a'), Box('b'))",
        "Grid takes 1 value without a name (cells), not 2",
        "the rows go into one list: Grid([[a, b], [c, d]])",
    ),
    "grid rows args": Case(
        "return Grid([Box('a')], [Box('b')])",
        "Grid takes 1 value without a name (cells), not 2",
        "the rows go into one list: Grid([[a, b], [c, d]])",
    ),
    "grid str": Case(
        "return Grid('ab')", "row 0 of this Grid is no list but the string 'a'", "write Grid([[a, b], [c, d]])"
    ),
    "grid dict key": Case(
        "return Grid({'a': Box('a')})",
        "'a' is no place in a Grid",
        "write Grid({(0, 0): a, (0, 1): b}): row and column, counted from 0; 0.5 lies between two",
    ),
    "grid dict key3": Case(
        "return Grid({(0, 0, 0): Box('a')})",
        "(0, 0, 0) is no place in a Grid",
        "write Grid({(0, 0): a, (0, 1): b}): row and column, counted from 0; 0.5 lies between two",
    ),
    "grid dict int": Case(
        "return Grid({0: Box('a')})",
        "0 is no place in a Grid",
        "write Grid({(0, 0): a, (0, 1): b}): row and column, counted from 0; 0.5 lies between two",
    ),
    "grid dict str pos": Case(
        "return Grid({('a', 1): Box('a')})",
        "('a', 1) is no place in a Grid",
        "write Grid({(0, 0): a, (0, 1): b}): row and column, counted from 0; 0.5 lies between two",
    ),
    "grid neg": Case(
        "return Grid({(-1, 0): Box('a')})", "there is no place (-1, 0) in a Grid", "rows and columns are counted from 0"
    ),
    "grid overlap": Case(
        "return Grid([[span('a', cols=2), 'b']])",
        "two elements of this Grid stand in row 0, column 1: the Text of line 5 and the Text of line 5",
        "leave free (None) what a span covers, or lay them over each other by Overlay",
    ),
    "grid span none": Case(
        "return Row(span('a', cols=2), 'b')",
        "an element in a Row cannot be a Span: Span(content='a', rows=1, cols=2)",
        "span(...) is for the cells of a Grid: Grid([[span('words', cols=2)], [a, b]])",
    ),
    "grid cols": Case(
        "return Grid([['a', 'b']], cols=2)",
        "cols= cannot be the number 2",
        "rows and columns count themselves; to share them, hand one shared = Tracks() to several",
    ),
    "grid equal": Case(
        "return Grid([['a', 'b']], equal='width')", "equal='width' names no tracks", "did you mean 'columns'?"
    ),
    "grid equal true": Case(
        "return Grid([['a', 'b']], equal=True)", "equal=True names no tracks", "did you mean 'both'?"
    ),
    "grid region": Case(
        "return Grid([['a', 'b']], regions=[Region(rows=(0, 3), cols=(0, 1))])",
        "there are no rows=(0, 3) in this Grid",
        "give the first and the last one: there is one row, 0",
    ),
    "grid region int": Case(
        "return Grid([['a', 'b']], regions=[Region(rows=0, cols=(0, 1))])",
        "rows=0 are not the first and the last of a Region",
        "write rows=(0, 0) for a single one",
    ),
    "grid region single": Case(
        "return Grid([['a', 'b']], regions=Region(rows=(0, 0), cols=(0, 1)))",
        "regions cannot be the Region of line 5",
        "give a list: regions=[Region(rows=(0, 0), cols=(0, 1))]",
    ),
    "grid region slice": Case(
        "return Grid([['a', 'b']], regions=[Region(rows=slice(0, 1), cols=(0, 1))])",
        "rows=slice(0, 1, None) are not the first and the last of a Region",
        "write rows=(0, 0) for a single one",
    ),
    "grid region str": Case(
        "return Grid([['a', 'b']], regions=['x'])",
        "regions cannot be a list: ['x']",
        "give a list: regions=[Region(rows=(0, 0), cols=(0, 1))]",
    ),
    "grid region swapped": Case(
        "return Grid([['a', 'b']], regions=[Region(rows=(0, 0), cols=(1, 0))])",
        "there are no cols=(1, 0) in this Grid",
        "give the first and the last one: there are 2 columns, 0 to 1",
    ),
    "region float": Case(
        "return Grid([['a', 'b']], regions=[Region(rows=(0, 0.5), cols=(0, 1))])",
        "rows=(0, 0.5) are not the first and the last of a Region",
        "write rows=(0, 0) for a single one",
    ),
    "grid number": Case(
        "return Grid([[1, 2]])",
        "an element in a Grid cannot be the number 1",
        'write it as a string: "1", str(n), or f"{n:.2f}" for two decimals',
    ),
    "grid nan pos": Case(
        "return Grid({(0, float('nan')): Box('a')})",
        "(0, nan) is no place in a Grid",
        "write Grid({(0, 0): a, (0, 1): b}): row and column, counted from 0; 0.5 lies between two",
    ),
    "tracks arg": Case(
        "return Row('a', tracks=Tracks(3))", "Tracks takes no values without a name, not 1", "leave it out"
    ),
    "mark as arrow": Case(
        "return Diagram(Box('a'), Lock())",
        "the Lock of line 5 does not lie over a layout",
        "put all elements of the layout together first: Diagram(Row(a, b), Arrow(a, b))",
    ),
    "wide tuple": Case("return Box('a', wide=(1, 2))", "wide=(1, 2) cannot be drawn", "give a number from 0"),
    "shape roundd": Case("return Box('a', shape='roundd')", "there is no shape 'roundd'", "did you mean 'rounded'?"),
    "stick word": Case(
        "return Box('a', stick='middle')",
        "stick='middle' is not a way to sit",
        "valid values: left, right, top, bottom, fill, fill-x",
    ),
    "bool box": Case(
        "return Box('a', dashed='no')", "dashed='no' is neither True nor False", "write dashed=True or dashed=False"
    ),
}
