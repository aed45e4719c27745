"""The command line: one module a command, each a thin shell over what the library does."""
