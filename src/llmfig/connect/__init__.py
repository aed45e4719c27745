"""Connectors: elements that join places of a layout; their routes, labels and drawing."""
