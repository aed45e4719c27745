"""Figures in notebooks and scripts: what `@figure` returns, how it shows itself, how its errors are told."""
