"""What is known of dates, names and speakers before facts are made."""

import pytest

from pipeline.facts.cast import Cast, cast
from pipeline.facts.scene import scene
from tests.facts.marked import marked


def _cast(text: str) -> Cast:
    doc, findings = marked(text)
    return cast(scene(doc, findings, doc._.published))


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("За {date 2025|2025 год} – 5, за {date 2024|2024-й} – 4.", {"d2"}),
        ("На {date 2024-02-29 2024-02-29|29 февраля} – 5, на {date 2025-02-28 2025-02-28|28 февраля} – 6.", {"d1"}),
        ("За {date 2025|2025 год} – 5, за {date 2024-01-01 2024-09-30|девять месяцев 2024 года} – 4.", set()),
    ],
)
def test_the_same_days_a_year_before_are_a_base(text: str, bases: set[str]) -> None:
    assert _cast(text).bases == bases


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("«Мы строим», – заверил директор {org Кедр|«Кедра»} {person Иван Ким}.", {"Кедр"}),
        ("«Мы строим», – сообщил {org ТАСС} аким {loc Рудный|Рудного} {person Иван Ким}.", {"Рудный"}),
        ("Директор {org Кедр} {person Иван Ким} здесь.\n«Мы строим», – сказал {person Иван Ким|Ким}.", {"Кедр"}),
        ("{org Кедр} строит. Приехал {person Иван Ким}.", set()),
    ],
)
def test_speakers_speak_for_a_body(text: str, bodies: set[str]) -> None:
    found = _cast(text)
    assert {found.players[body].mentions[0].item.name for body, _ in found.speakers.values()} == bodies


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("{loc Рудник}, принадлежащий {org Кедр|«Кедру»}, растёт.", "relative"),
        ("{loc Рудник} (акционер – {org Кедр}) растёт.", "brackets"),
        ("{org Кедр} растёт.", "sole"),
        ("{loc Рудник} и {org Кедр} растут.", "alone"),
        ("{org Сосна} и {org Кедр} растут.", "later in a row"),
    ],
)
def test_company_of_a_name(text: str, company: str) -> None:
    player = next(player for player in _cast(text).players.values() if player.mentions[0].item.name == "Кедр")
    assert list(player.company.values()) == [company]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{loc Абай} растёт, {loc Абай} строит.\nВ {loc Жетысу} тихо.\nВ регионе открыт цех.", "Абай"),
        ("{loc Абай} растёт, {loc Абай} строит.\nВ {loc Жетысу} тихо. В регионе открыт цех.", "Жетысу"),
    ],
)
def test_a_common_noun_stands_for_the_paragraph_s_place_else_for_the_article_s(text: str, place: str) -> None:
    found = _cast(text)
    assert [found.players[name].mentions[0].item.name for _, name, _ in found.anaphors] == [place]
