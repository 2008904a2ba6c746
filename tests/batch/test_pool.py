"""The pool: order, workers that die or hang, work that does not load."""

from collections.abc import Iterator
from functools import partial

import pytest

from pipeline.batch.pool import Pool
from pipeline.reading import Item
from pipeline.records import Article, Failure
from pipeline.settings import Settings
from tests import stand_in

LOAD = partial(stand_in.load, Settings())


def articles(count: int, **texts: str) -> list[Item]:
    return [Article(id=f"a{number}", text=texts.get(f"a{number}", "Текст")) for number in range(count)]


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_order(workers: int) -> None:
    with Pool(LOAD, workers=workers, task_size=3) as pool:
        outcomes = list(pool.map(articles(100)))
    assert [outcome.article for outcome in outcomes] == [f"a{number}" for number in range(100)]
    assert all(outcome.record for outcome in outcomes)


def test_failures_pass_through_in_their_place() -> None:
    items = [*articles(2), Failure(source="x:1", step="reading", error="empty"), *articles(1)]
    with Pool(LOAD) as pool:
        outcomes = list(pool.map(items))
    assert [outcome.failure is None for outcome in outcomes] == [True, True, False, True]


def test_a_worker_that_dies_is_replaced_and_its_article_named() -> None:
    with Pool(LOAD, workers=2, task_size=4) as pool:
        outcomes = list(pool.map(articles(20, a5="DIE", a6="DIE", a19="FAIL")))
    failed = {outcome.article: outcome.failure for outcome in outcomes if outcome.failure}
    assert [outcome.article for outcome in outcomes] == [f"a{number}" for number in range(20)]
    assert list(failed) == ["a5", "a6", "a19"]
    assert "the worker died (signal 6" in failed["a5"].error


def test_a_worker_that_hangs_is_replaced() -> None:
    with Pool(LOAD, task_size=4, seconds=1) as pool:
        outcomes = list(pool.map(articles(8, a2="HANG")))
    [failure] = [outcome.failure for outcome in outcomes if outcome.failure]
    assert (failure.article, failure.error[:18]) == ("a2", "took more than 1 s")


def test_the_error_of_loading_reaches_the_caller() -> None:
    with Pool(stand_in.load_and_fail) as pool, pytest.raises(FileNotFoundError, match="no weights"):
        list(pool.map(articles(1)))


def test_the_input_is_read_only_a_little_ahead() -> None:
    read = []

    def items() -> Iterator[Item]:
        for number, article in enumerate(articles(5_000)):
            read.append(number)
            yield article

    with Pool(LOAD, workers=2) as pool:
        outcomes = pool.map(items())
        next(outcomes)
        assert len(read) <= 2 * 8 * 16
        assert len(list(outcomes)) == 4_999
