"""Where everything stands: the element protocol, containers, shared sizes, places and anchors."""
