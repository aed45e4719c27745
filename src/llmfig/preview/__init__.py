"""A local page that shows a figure while its author works on it."""
