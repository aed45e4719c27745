"""A project to start from: its files (as data, in `project/`), their first snapshots, and how they are written."""
