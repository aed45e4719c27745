"""Slips with strips, matrices and tables."""

from __future__ import annotations

from tests.errors.case import Case

CASES = {
    "strip num": Case(
        "return Strip(3)", "a Strip takes a list of cells, not the number 3", "write Strip(['a', 'b', 'c'])"
    ),
    "strip empty": Case("return Strip([])", "this Strip has no cells", "give it at least one value"),
    "strip nested": Case(
        "return Strip([[1, 2], [3]])",
        "a list: [1, 2] in cell 0 cannot be written",
        "a Strip takes one list, a Matrix a list of rows; of a larger array show one slice: values[0]",
    ),
    "strip index": Case(
        """
        s = Strip(['a', 'b'])
        return Diagram(s, Brace(s[5]))  # here
        """,
        "there is no cell 5",
        "there are 2 cells, 0 to 1",
    ),
    "strip index str": Case(
        """
        s = Strip(['a', 'b'])
        return Diagram(s, Brace(s['a']))  # here
        """,
        "there is no cell 'a'",
        "there are 2 cells, 0 to 1",
    ),
    "strip index two": Case(
        """
        s = Strip(['a', 'b'])
        return Diagram(s, Brace(s[0, 1]))  # here
        """,
        "there is no cell (0, 1)",
        "there are 2 cells, 0 to 1",
    ),
    "strip slice": Case(
        """
        s = Strip(['a', 'b'])
        return Diagram(s, Brace(s[4:6]))  # here
        """,
        "no cells lie in 4:6",
        "there are 2 cells, 0 to 1; the end of a slice is not in it",
    ),
    "strip slice empty": Case(
        """
        s = Strip(['a', 'b'])
        return Diagram(s, Brace(s[1:1]))  # here
        """,
        "no cells lie in 1:1",
        "there are 2 cells, 0 to 1; the end of a slice is not in it",
    ),
    "strip float index": Case(
        """
        s = Strip(['a', 'b'])
        return Diagram(s, Brace(s[1.0]))  # here
        """,
        "there is no cell 1.0",
        "there are 2 cells, 0 to 1",
    ),
    "strip role none": Case(
        "return Strip(['a', 'b', 'c'], role=None)", "Strip: role cannot be None", "give a string or a list"
    ),
    "strip fmt bad": Case(
        "return Strip([1.5, 2.5], fmt='%.1f')",
        "the number 1.5 in cell 0 cannot be written as '%.1f'",
        "formats are those of Python's format(), '.2f', 'd', '.0%', without % or {} round them; or a",
    ),
    "strip fmt str": Case(
        "return Strip(['a', 2.5], fmt='{:.2f}')",
        "the number 2.5 in cell 1 cannot be written as '{:.2f}'",
        "formats are those of Python's format(), '.2f', 'd', '.0%', without % or {} round them; or a",
    ),
    "strip nan": Case(
        "return Strip([1.5, float('nan')])", "NaN in cell 1", "compute a number, or give None for an empty cell"
    ),
    "strip dict": Case(
        "return Strip({'a': 1})", "a Strip takes a list of cells, not a dict: {'a': 1}", "write Strip(['a', 'b', 'c'])"
    ),
    "strip np 2d": Case(
        """
        import numpy as np
        return Strip(np.zeros((2, 3)))  # here
        """,
        "an array of shape (3,) in cell 0 cannot be written",
        "a Strip takes one list, a Matrix a list of rows; of a larger array show one slice: values[0]",
    ),
    "strip gap": Case(
        "return Strip(['a', 'b'], gap=3)",
        "there is no gap 3",
        "a gap is a step of the theme's scale, not a number; valid gaps: none, hair, xs, s, m, l, xl, xxl",
    ),
    "strip size": Case(
        "return Strip(['a', 'b'], size=3)",
        "there is no size 3",
        "a size is a step of the theme's scale, not a number; valid sizes: tiny, small, body, large,",
    ),
    "strip obj": Case(
        "return Strip(['a', object()])",
        "the object object in cell 1 cannot be written",
        "give a number, a string, an element, None for an empty cell or ... for dots",
    ),
    "strip row": Case(
        """
        s = Strip(['a', 'b'])
        return Diagram(s, Brace(s.row(3)))  # here
        """,
        "there is no row 3",
        "there is one row, 0",
    ),
    "matrix flat": Case(
        "return Matrix([1, 2, 3])",
        "row 0 of this Matrix is no row: 1",
        "write Matrix([[1, 2], [3, 4]]); a single row is Matrix([values])",
    ),
    "matrix ragged": Case(
        "return Matrix([[1, 2], [3]])",
        "the rows of this Matrix are not equally long: 2, 1",
        "give every row as many values; None is an empty cell",
    ),
    "matrix str": Case(
        "return Matrix('abc')", "a Matrix takes rows, not the string 'abc'", "write Matrix([[1, 2], [3, 4]])"
    ),
    "matrix num": Case("return Matrix(3)", "a Matrix takes rows, not the number 3", "write Matrix([[1, 2], [3, 4]])"),
    "matrix empty": Case("return Matrix([])", "this Matrix has no cells", "give it at least one value"),
    "matrix 3d": Case(
        """
        import numpy as np
        return Matrix(np.zeros((2, 2, 2)))  # here
        """,
        "this array has 3 dimensions, and a Matrix two",
        "show one slice of it, values[0]; cards=2 tells of the others",
    ),
    "matrix 1d": Case(
        """
        import numpy as np
        return Matrix(np.zeros(3))  # here
        """,
        "this array has 1 dimension, and a Matrix two",
        "a list of numbers is a Strip(values), or one row of a Matrix: Matrix([values])",
    ),
    "matrix 0d": Case(
        """
        import numpy as np
        return Matrix(np.float64(3))  # here
        """,
        "this array has 0 dimensions, and a Matrix two",
        "a list of numbers is a Strip(values), or one row of a Matrix: Matrix([values])",
    ),
    "matrix dict": Case(
        "return Matrix({'a': [1]})", "a Matrix takes rows, not a dict: {'a': [1]}", "write Matrix([[1, 2], [3, 4]])"
    ),
    "matrix nan": Case(
        "return Matrix([[1, float('nan')]])",
        "NaN in row 0, column 1",
        "compute a number, or give None for an empty cell",
    ),
    "matrix fmt": Case(
        "return Matrix([[1.0]], fmt='%.2f')",
        "the number 1.0 in row 0, column 0 cannot be written as '%.2f'",
        "formats are those of Python's format(), '.2f', 'd', '.0%', without % or {} round them; or a",
    ),
    "matrix fmt fn": Case(
        "return Matrix([[1.0]], fmt=lambda v: v + 1)",
        "a cell cannot be the number 2.0",
        'write it as a string: "2.0", str(n), or f"{n:.2f}" for two decimals',
    ),
    "matrix fmt fn raise": Case(
        "return Matrix([[1.0]], fmt=lambda v: v / 0)",
        "ZeroDivisionError: float division by zero",
        "look at what is divided by; --traceback tells how it came to it",
    ),
    "matrix index": Case(
        """
        m = Matrix([[1.0]])
        return Diagram(m, Brace(m[3]))  # here
        """,
        "[3] names no place: it takes two, row and column",
        "write m[i, j], m.row(i), m.column(j)",
    ),
    "matrix index2": Case(
        """
        m = Matrix([[1.0]])
        return Diagram(m, Brace(m[0, 3]))  # here
        """,
        "there is no column 3",
        "there is one column, 0",
    ),
    "matrix row": Case(
        """
        m = Matrix([[1.0]])
        return Diagram(m, Brace(m.row(3)))  # here
        """,
        "there is no row 3",
        "there is one row, 0",
    ),
    "matrix column": Case(
        """
        m = Matrix([[1.0]])
        return Diagram(m, Brace(m.column('a')))  # here
        """,
        "there is no column 'a'",
        "there is one column, 0",
    ),
    "matrix role fn": Case(
        "return Matrix([[1.0]], role=lambda v: 'data')",
        "the function given here takes 1 of the 2 values that it is called with",
        "write it for 2: lambda i, j: ...",
    ),
    "matrix role list": Case(
        "return Matrix([[1.0, 2.0]], role=[['data', 'model']])",
        "there is no role ['data', 'model']",
        "valid roles: plain, data, model, auxiliary, loss",
    ),
    "matrix hatched": Case(
        "return Matrix([[1.0, 2.0]], hatched=True)",
        "Matrix: hatched cannot be True",
        "give a function: lambda i, j: ...",
    ),
    "matrix badge": Case(
        "return Matrix([[1.0, 2.0]], badge=(3, 4))",
        "the badge cannot be a tuple: (3, 4)",
        "give one element or one string; several make a Row(...), a Column(...) or a Strip([...])",
    ),
    "matrix cards": Case(
        "return Matrix([[1.0, 2.0]], cards=2.5)", "cards=2.5 cannot be drawn", "give a whole number from 0"
    ),
    "matrix axis": Case("return Matrix([[1.0, 2.0]], axis=7)", "axis=7 is no border of a column", "give one of 0 to 2"),
    "matrix align": Case(
        "return Matrix([[1.0, 2.0]], align='centre')", "cells have no align='centre'", "did you mean 'center'?"
    ),
    "matrix label_rows": Case(
        """
        m = Matrix([[1.0, 2.0]])
        return Diagram(m, m.label_rows(['a', 'b']))  # here
        """,
        "2 labels cannot be set beside 1 row",
        "give one for each, None for none",
    ),
    "matrix label_rows str": Case(
        """
        m = Matrix([[1.0, 2.0]])
        return Diagram(m, m.label_rows('a', side='up'))  # here
        """,
        "labels cannot be the string 'a'",
        "give a list with one for each: there is one row, 0",
    ),
    "heat str": Case(
        "return Matrix([[1.0, 2.0]], role=heat('a'))",
        "heat() takes rows of numbers, not the string 'a'",
        "write heat([[0.1, 0.9], [0.8, 0.2]])",
    ),
    "heat flat": Case(
        "return Matrix([[1.0, 2.0]], role=heat([1.0, 2.0]))",
        "row 0 of heat() is no row: 1.0",
        "write heat([[0.1, 0.9], [0.8, 0.2]]); for a Strip heat([values])",
    ),
    "heat shape": Case(
        "return Matrix([[1.0, 2.0], [3.0, 4.0]], role=heat([[1.0, 2.0]]))",
        "heat() has no value for row 1, column 0",
        "hand it the very numbers that the Matrix shows",
    ),
    "heat nan": Case(
        "return Matrix([[1.0, 2.0]], role=heat([[1.0, float('nan')]]))",
        "row 0, column 1 of heat() is nan, which is no number to shade by",
        "leave such cells to a function of your own: role=lambda i, j: 'paper' if ... else 'shade-2'",
    ),
    "heat none": Case(
        "return Matrix([[1.0, ...]], role=heat([[1.0, ...]]))",
        "row 0, column 1 of heat() is ..., which is no number to shade by",
        "leave such cells to a function of your own: role=lambda i, j: 'paper' if ... else 'shade-2'",
    ),
    "heat empty": Case(
        "return Matrix([[1.0, 2.0]], role=heat([]))", "heat() is given no numbers", "hand it the numbers that are shown"
    ),
    "table head len": Case(
        "return Table([['a', 'b']], head=['x'])",
        "the head of this Table has 1 word for 2 columns",
        'give one for each column; "" leaves one empty',
    ),
    "table head str": Case(
        "return Table([['a', 'b']], head='xy')",
        "the head of a Table cannot be the string 'xy'",
        "give a list with one for each column: head=['Run', 'Win rate']",
    ),
    "table flat": Case(
        "return Table(['a', 'b'])",
        "row 0 of this Table is no row: 'a'",
        "write Table([[1, 2], [3, 4]]); a single row is Table([values])",
    ),
    "table str": Case("return Table('ab')", "a Table takes rows, not the string 'ab'", "write Table([[1, 2], [3, 4]])"),
    "table dict": Case(
        "return Table({'a': [1, 2]})", "a Table takes rows, not a dict: {'a': [1, 2]}", "write Table([[1, 2], [3, 4]])"
    ),
    "table align": Case(
        "return Table([['a', 'b']], align=['left', 'middle'])", "cells have no align='middle'", "did you mean 'center'?"
    ),
}
