"""The extractor as a whole: records of real articles, laws that hold for any text, failures that stop nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline import Article, ArticleRecord, ExtractionError, Extractor, Failure, Settings, extract
from pipeline.finding.tagger import TAGGERS
from pipeline.settings import TaggerName

TEXT = (
    "За 10 месяцев 2025 года завод Tobol Steel Group в Рудном выплавил 1 250 тонн стали, что на 6% больше, "
    "чем годом ранее. В следующем году компания вложит ещё 2,5 млрд тенге, сообщил директор Арман Беков."
)
PUBLISHED = date(2025, 11, 20)
#: Fragments of which real text is made, mixed with arbitrary characters.
FRAGMENTS = st.sampled_from(
    ["5 млн", "12 мая", "«", "»", "ТОО ", "\n\n", "\u00a0", "2025 году", "%", "–", "т/сутки", "𝟝", "QazTehna", ". "]
)
TEXTS = st.lists(st.one_of(FRAGMENTS, st.text(max_size=8)), min_size=1, max_size=30).map("".join)


def test_the_clean_tagger_finds_names_and_is_named_in_the_record() -> None:
    record = Extractor(Settings(tagger="clean"))(Article(text=TEXT, published=PUBLISHED))
    assert "Tobol Steel Group" in [entity.name for entity in record.organizations]
    assert "Арман Беков" in [entity.name for entity in record.people]
    assert record.produced_by.model == "names 2 clean"


def test_a_record_has_what_the_text_says(extractor: Extractor) -> None:
    record = extractor(Article(text=TEXT, published=PUBLISHED))
    assert "Tobol Steel Group" in [entity.name for entity in record.organizations]
    assert "Рудный" in [entity.name for entity in record.locations]
    assert "Арман Беков" in [entity.name for entity in record.people]
    days = {(item.first, item.last) for item in record.dates}
    assert (date(2025, 1, 1), date(2025, 10, 31)) in days
    assert (date(2026, 1, 1), date(2026, 12, 31)) in days
    values = {(item.value, item.unit) for item in record.quantities}
    assert {(1250, "t"), (6, "%"), (2_500_000_000, "KZT")} <= values
    made = {fact.quantity: fact for fact in record.facts}
    steel = next(item for item in record.quantities if item.unit == "t")
    assert made[steel.id].indicator == "production"


def test_extract_is_the_extractor_in_one_call() -> None:
    assert extract(TEXT, published=PUBLISHED) == Extractor()(Article(text=TEXT, published=PUBLISHED))


def test_without_a_publication_date_relative_dates_stay_open_and_the_record_warns(extractor: Extractor) -> None:
    record = extractor(Article(text="В следующем году завод построит два цеха."))
    assert [(item.first, item.last, item.relative) for item in record.dates] == [(None, None, True)]
    assert "no publication date" in record.warnings[0]


@example(text="5 млн0Ы", published=None)  # the item is an adjective alone
@given(text=TEXTS, published=st.none() | st.dates(date(1990, 1, 1), date(2035, 12, 31)))
def test_any_string_gives_a_valid_record_and_the_same_bytes_twice(
    extractor: Extractor, text: str, published: date | None
) -> None:
    article = Article(text=text, published=published)
    if not text.strip():
        with pytest.raises(ExtractionError, match="no text"):
            extractor(article)
        return
    record = extractor(article)
    for mention in record.mentions():
        assert text[mention.start : mention.end] == mention.text
    assert ArticleRecord.model_validate_json(record.model_dump_json()) == record
    assert extractor(article).model_dump_json() == record.model_dump_json()


def test_pipe_keeps_order_and_gives_what_single_calls_give(extractor: Extractor, root: Path) -> None:
    files = sorted((root / "corpus" / "news").glob("*.txt"))[:6]
    articles = [Article(id=file.stem, text=file.read_text(encoding="utf-8"), published=PUBLISHED) for file in files]
    assert list(extractor.pipe(iter(articles))) == [extractor(article) for article in articles]


def test_pipe_passes_failures_on_in_their_place(extractor: Extractor) -> None:
    unread = Failure(source="a.txt", step="reading", error="the file is empty")
    results = list(extractor.pipe([Article(id="a", text=TEXT), unread, Article(id="b", text=" \n ")]))
    assert isinstance(results[0], ArticleRecord)
    assert results[1] == unread
    assert results[2] == Failure(article="b", step="reading", error="the article has no text")


def test_a_step_that_fails_costs_one_article_only(monkeypatch: pytest.MonkeyPatch) -> None:
    extractor = Extractor()
    name, dates = extractor.nlp.pipeline[3]
    assert name == "svodka_dates"

    def failing(doc: Doc) -> Doc:
        if "сбой" in doc.text:
            raise ValueError("no such day")
        return dates(doc)

    components: list[tuple[str, Callable[[Doc], Any]]] = list(extractor.nlp.pipeline)
    components[3] = (name, failing)
    monkeypatch.setattr(type(extractor.nlp), "pipeline", components)
    texts = {"1": TEXT, "2": "сбой", "3": TEXT}
    results = list(extractor.pipe(Article(id=key, text=text) for key, text in texts.items()))
    assert results[1] == Failure(article="2", step="svodka_dates", error="ValueError: no such day")
    assert [result.article.id for result in results if isinstance(result, ArticleRecord)] == ["1", "3"]


def test_an_article_above_the_limit_is_a_failure_that_says_what_to_do() -> None:
    extractor = Extractor(Settings(max_characters=10))
    with pytest.raises(ExtractionError, match="raise the setting"):
        extractor(Article(text=TEXT))


def test_text_can_be_left_out_of_the_record() -> None:
    record = Extractor(Settings(keep_text=False))(Article(text=TEXT, published=PUBLISHED))
    assert record.article.text is None
    assert record.quantities


def test_settings_name_the_taggers_of_the_package() -> None:
    assert set(get_args(TaggerName)) == set(TAGGERS)
