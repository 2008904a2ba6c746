"""The work of a worker by name: a process that only hands it to workers has no need of spaCy and the models."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.batch.outcome import Work
from pipeline.settings import Settings

#: thinc, which spaCy stands on, imports it wherever it is installed; that takes longer than all the rest together.
UNUSED = "torch"


def extraction(settings: Settings) -> Work:
    """Load the models and return the function that turns items of the input into outcomes."""
    with _without(UNUSED):
        from pipeline.batch.extraction import extraction as load
    return load(settings)


@contextmanager
def _without(module: str) -> Iterator[None]:
    """Within, a module that is not imported yet counts as not installed."""
    hidden = module not in sys.modules
    if hidden:
        sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if hidden:
            del sys.modules[module]
