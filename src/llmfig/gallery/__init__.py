"""The gallery: all figures of a project as a static site in two languages, and as an index in Markdown."""
