"""Formulas: LaTeX to measured, addressable glyphs in STIX Two Math.

    source -> parser (with commands, environments, labels) -> tree -> layout (boxes) -> paint (Scene items)

`engine.set_formula` is the whole interface.
"""

from llmfig.formula.engine import SetFormula, set_formula

__all__ = ["SetFormula", "set_formula"]
