"""llmfig: teaching figures as code.

Everything an author needs is here: `from llmfig import Box, Row, figure, tr`. The names stand in `__init__.pyi`; each
is loaded when it is first used, so that a command that draws nothing does not pay for drawing.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
