"""Comparing figures of two revisions."""
