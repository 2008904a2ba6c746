"""The quality gate fails below a floor and on a changed gold set, and never lowers a floor by itself."""

from pathlib import Path

import pytest

from benchmarks.gate import check, fingerprint, raised

PINNED: dict[str, object] = {"gold": "abc", "floors": {"facts": 0.5, "overall": 0.8}}


def test_passed_at_the_floor() -> None:
    assert check(PINNED, {"facts": 0.5, "overall": 0.9}, "abc") == []


def test_a_fall_below_a_floor_is_named() -> None:
    assert check(PINNED, {"facts": 0.49, "overall": 0.9}, "abc") == ["facts: 0.4900 is below its floor 0.5000"]


def test_a_measure_that_is_gone_is_a_fall() -> None:
    assert check(PINNED, {"overall": 0.9}, "abc") == ["facts: 0.0000 is below its floor 0.5000"]


def test_a_changed_gold_set_must_be_pinned_anew() -> None:
    (fault,) = check(PINNED, {"facts": 1, "overall": 1}, "xyz")
    assert "not the pinned ones" in fault


def test_floors_rise_with_the_figures() -> None:
    assert raised({"facts": 0.5}, {"facts": 0.7}, lower=False) == {"facts": 0.69}


def test_floors_sink_only_when_told() -> None:
    with pytest.raises(SystemExit, match="floors would sink: facts"):
        raised({"facts": 0.7}, {"facts": 0.7}, lower=False)
    assert raised({"facts": 0.7}, {"facts": 0.7}, lower=True) == {"facts": 0.69}


def test_the_fingerprint_sees_every_byte(tmp_path: Path) -> None:
    file = tmp_path / "a.gold.xml"
    file.write_text("<a>1</a>", encoding="utf-8")
    before = fingerprint(tmp_path)
    file.write_text("<a>2</a>", encoding="utf-8")
    assert fingerprint(tmp_path) != before
