"""File names from ids: safe, different for different ids, within their folder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writing.names import Names, safe_name


@pytest.mark.parametrize("identifier", ["baq-2025-12-20", "Статья_7", "a.b"])
def test_a_safe_id_is_its_own_name(identifier: str) -> None:
    assert safe_name(identifier) == identifier


UNSAFE = ["../../etc/passwd", "a/b", "..", ".hidden", "-o", "con", "a\0b", "x" * 999, "a b"]


@pytest.mark.parametrize("identifier", UNSAFE)
def test_an_unsafe_id_gets_a_digest(identifier: str) -> None:
    name = safe_name(identifier)
    assert name != identifier
    assert "/" not in name
    assert "\0" not in name
    assert not name.startswith((".", "-"))
    assert len(name.encode()) < 220


@given(st.text(), st.text())
def test_different_ids_have_different_names(one: str, other: str) -> None:
    assert (safe_name(one) == safe_name(other)) == (one == other)


def test_an_id_that_comes_again_gets_a_number() -> None:
    names = Names()
    assert [names.take(name) for name in ("a", "b", "a", "A", "a-2")] == ["a", "b", "a-2", "A-3", "a-2-2"]
