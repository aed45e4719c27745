"""What figures are built of: boxes, text, formulas, cells, panels, marks, and what lies over a layout."""
