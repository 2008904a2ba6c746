"""The rate and the time that is left."""

from collections import Counter

from pipeline.batch.report import Report
from pipeline.cli.pace import Pace


def test_the_time_that_is_left_is_told_by_the_bytes_that_are_read() -> None:
    seconds = iter([0.0, 10.0, 20.0])
    pace = Pace(lambda: next(seconds))
    first = Report(Counter(failed=1), resumed_at=100, done=120, read=4_000)
    assert pace.describe(first, 10_000) == "120 articles · 1 failed · 2.0 articles/s"
    later = Report(Counter(failed=1), resumed_at=100, done=140, read=6_000)
    assert pace.describe(later, 10_000) == "140 articles · 1 failed · 2.0 articles/s · 0:00:20 left"


def test_an_input_of_unknown_size() -> None:
    pace = Pace(iter([0.0, 1.0, 2.0]).__next__)
    pace.describe(Report(done=1, read=10), None)
    assert "left" not in pace.describe(Report(done=2, read=20), None)
