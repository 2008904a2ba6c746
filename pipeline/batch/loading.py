"""The work of a worker by name: a process that only hands it to workers has no need of spaCy and the models."""

from pipeline.batch.outcome import Work
from pipeline.settings import Settings


def extraction(settings: Settings) -> Work:
    """Load the models and return the function that turns items of the input into outcomes."""
    from pipeline.batch.extraction import extraction as load

    return load(settings)
