"""The Scene, a laid-out figure as a frozen display list, and its text form."""
