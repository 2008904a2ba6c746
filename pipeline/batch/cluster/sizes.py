"""How many actors a cluster takes, so that it cannot hang: every node keeps a share of a processor for reading.

Actors that together take all processors leave none for the tasks that read, and then everything waits for everything.
So an actor asks for nine tenths of a processor, a reading task for one tenth, and no node is given more actors than
leave it that tenth.
"""

from collections.abc import Iterable

from pipeline.errors import SettingsError

#: In tenths of a processor: whole numbers add up exactly.
ACTOR_TENTHS = 9
READING_TENTHS = 1
#: Reading is many times faster than extraction: one task feeds so many actors.
ACTORS_PER_READER = 16


def actors_for(nodes: Iterable[float], wanted: int | None) -> int:
    """Return how many actors to start on nodes with so many processors each: `wanted`, but never more than fit.

    Raises SettingsError where no node has a whole processor.
    """
    fitting = sum(_fitting(processors) for processors in nodes)
    if not fitting:
        raise SettingsError("the cluster has no node with a whole processor: give it one or use --engine local")
    return min(wanted or fitting, fitting)


def readers_for(actors: int) -> int:
    """Return how many reading tasks may run at once."""
    return 1 + actors // ACTORS_PER_READER


def _fitting(processors: float) -> int:
    return max(0, (int(processors * 10) - READING_TENTHS) // ACTOR_TENTHS)
