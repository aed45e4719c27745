"""Drawing many figures: what is out of date, a pool of processes, and what went wrong where."""
