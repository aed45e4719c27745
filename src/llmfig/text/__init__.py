"""Text: fonts, shaping, line breaking, markup, vertical setting."""
