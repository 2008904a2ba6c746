"""What a second processor brings on this machine: a bare loop in one process beside two.

Processors of a shared machine are seldom equal, nor free: what a second worker brings is to be seen beside this loop.
"""

import multiprocessing
import time

SECONDS = 4.0
STRIDE = 10_000


def second_processor() -> float:
    """Return how many times the steps of one process two do in the same time."""
    context = multiprocessing.get_context("fork")
    with context.Pool(2) as pool:
        alone = pool.map(_steps, [SECONDS], chunksize=1)
        together = pool.map(_steps, [SECONDS, SECONDS], chunksize=1)
    return sum(together) / sum(alone)


def _steps(seconds: float) -> int:
    deadline, steps, state = time.perf_counter() + seconds, 0, 1
    while time.perf_counter() < deadline:
        for number in range(STRIDE):
            state = (state * 31 + number) & 0xFFFFFFFF
        steps += STRIDE
    return steps
