"""Themes: TOML files with all colours and measures, validated."""
