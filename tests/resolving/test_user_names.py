"""The user's lexicon in records: names, kinds, countries, aliases joined, identifiers behind a name."""

from pathlib import Path

from pipeline import Article, ArticleRecord, Extractor, Settings
from pipeline.knowledge.lexicon import Lexicon, LexiconEntry
from tests.resolving.marked import entities

LEXICON = Lexicon(
    (
        LexiconEntry("Сарыарка Металл", ("Темир", "Steel of Saryarka"), kind="finance", country="LU"),
        LexiconEntry("Кедр", kind="union", identifiers=("БИН 050140001234",)),
        LexiconEntry("Узунколь", ("Узын-кёль",), "location", "deposit", "KZ"),
        LexiconEntry("Айдос Ким", ("Доктор Ким",), "person"),
    )
)


def test_aliases_are_one_organization_with_the_given_kind_and_country() -> None:
    text = "{o Сарыарка Металл} растёт; {o Темир} нанимает, {o Steel of Saryarka} продаёт"
    (organization,) = entities(text, LEXICON).organizations
    assert (organization.name, organization.kind, organization.country) == ("Сарыарка Металл", "finance", "LU")
    assert organization.aliases == ("Темир", "Steel of Saryarka")
    assert len(entities(text).organizations) == 3


def test_an_identifier_behind_the_name_links_it() -> None:
    (organization,) = entities("ТОО «{o Тайга Лес}» (БИН 050140001234) поставит доски", LEXICON).organizations
    assert (organization.name, organization.kind) == ("Кедр", "union")
    (other,) = entities("ТОО «{o Тайга Лес}» (БИН 050140009999) поставит доски", LEXICON).organizations
    assert (other.name, other.kind) == ("Тайга Лес", "company")


def test_places_and_people() -> None:
    found = entities("{l Узунколь} дал руду, {l Узын-кёль} закрыт, {p Айдос Ким} и {p Доктор Ким}", LEXICON)
    assert [(place.name, place.kind, place.country) for place in found.locations] == [("Узунколь", "deposit", "KZ")]
    assert [person.name for person in found.people] == ["Айдос Ким"]


def test_a_lexicon_in_the_settings_adds_names_to_an_extraction(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,aliases,type,kind,country\nжелезный тракт,,organization,union,KZ\n", encoding="utf-8")
    (record,) = Extractor(Settings(lexicon=path)).pipe([Article(id="a", text="Вчера железный тракт ждал гостей.")])
    assert isinstance(record, ArticleRecord)
    assert [(o.name, o.kind, o.country) for o in record.organizations] == [("железный тракт", "union", "KZ")]
