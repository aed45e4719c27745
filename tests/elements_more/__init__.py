"""Marks, icons, trees, timelines, rings, number lines, code."""
