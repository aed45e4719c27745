"""Writers: a Scene as SVG, PNG, PDF and thumbnail.

Every writer reads only the Scene. SVG and cairo go through the same rounding (`rounding`) and the same glyph outlines
(`glyphs`), so that the PNG is, pixel for pixel, what CairoSVG makes of the SVG.
"""
