"""Annotated articles → examples of the choices that facts are made of.

The mentions are the annotated ones. Facts marked optional count half: a careful reader could do without them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.language import Language

from pipeline.comparison.gold import GoldArticle, GoldEntity, GoldFact, GoldQuantity, gold_files
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.facts.anchors import Anchor
from pipeline.facts.cast import Cast, cast
from pipeline.facts.drafts import Draft
from pipeline.facts.finder import FEATURES, views
from pipeline.facts.findings import Findings
from pipeline.facts.model import Model
from pipeline.facts.parts import names
from pipeline.facts.scene import Scene, scene
from pipeline.facts.view import View
from pipeline.language.tokenizer import blank
from pipeline.records import Date, Item, Location, Mention, Organization, Person, Quantity

OPTIONAL_WEIGHT = 0.5
#: An object may have this many words more than the annotated one and still be right to learn from.
MORE_WORDS = 1


@dataclass(frozen=True)
class Example:
    """One choice: the features, the candidates, the right ones among them. `classes` is empty where candidates vary."""

    slot: str
    shared: Sequence[str]
    tied: Mapping[str, Sequence[str]]
    classes: Sequence[str]
    right: frozenset[str]
    weight: float

    @property
    def candidates(self) -> Sequence[str]:
        """What can be chosen."""
        return self.classes or list(self.tied)


@dataclass(frozen=True)
class ReadArticle:
    """An annotated article with its scene and the facts of each quantity."""

    gold: GoldArticle
    scene: Scene
    cast: Cast
    facts: Mapping[str, Sequence[GoldFact]]


def read_articles(paths: Iterable[Path]) -> Iterator[ReadArticle]:
    """Yield the annotated articles of files and folders."""
    for path in gold_files(list(paths)):
        yield read_article(read_gold_xml(path))


def read_article(gold: GoldArticle) -> ReadArticle:
    """Return an annotated article with its scene."""
    doc = _nlp()(gold.text)
    here = scene(doc, findings_of(gold), gold.article.published)
    facts: dict[str, list[GoldFact]] = {}
    for fact in gold.facts:
        facts.setdefault(fact.quantity, []).append(fact)
    return ReadArticle(gold, here, cast(here), facts)


@cache
def _nlp() -> Language:
    import pipeline.language.sentences  # noqa: F401  registers the component

    nlp = blank()
    nlp.add_pipe("svodka_sentences")
    return nlp


def findings_of(gold: GoldArticle) -> Findings:
    """Return the annotated mentions as the records that a perfect extraction would hand on."""
    return Findings(
        organizations=tuple(Organization.model_validate(_fields(e, "kind", "country")) for e in gold.organizations),
        locations=tuple(Location.model_validate(_fields(e, "kind", "country", "subdivision")) for e in gold.locations),
        people=tuple(Person.model_validate(_fields(e)) for e in gold.people),
        dates=tuple(
            Date.model_validate({**d.model_dump(exclude={"optional"}), "id": d.id or f"unnamed date {number}"})
            for number, d in enumerate(gold.dates)
        ),
        quantities=tuple(_quantity(gold.text, q, number) for number, q in enumerate(gold.quantities)),
    )


def _fields(entity: GoldEntity, *keys: str) -> dict[str, object]:
    mentions = tuple(Mention(start=m.start, end=m.end, text=m.text) for m in entity.mentions)
    return {"id": entity.id, "name": entity.name, "mentions": mentions, **{key: getattr(entity, key) for key in keys}}


def _quantity(text: str, given: GoldQuantity, number: int) -> Quantity:
    fields = given.model_dump(exclude={"optional", "item"})
    end = min(given.end + 1, len(text))
    item = Item(start=end - 1, end=end, lemma=given.item) if given.item else None
    return Quantity.model_validate({**fields, "id": given.id or f"unnamed quantity {number}", "item": item})


def examples(article: ReadArticle, models: Mapping[str, Model] | None = None) -> list[Example]:
    """Return the choices of an article. With `models` the facts before each quantity are those that these find."""
    found: list[Example] = []
    past: list[Draft] = []
    for view in views(article.scene, article.cast, past):
        right = _right_draft(article, view.anchor)
        found += _choices(article, view, right)
        past.append(right if models is None else _predicted(view, models))
    return found


def _choices(article: ReadArticle, view: View, right: Draft) -> Iterator[Example]:
    facts = article.facts.get(view.anchor.id, ())
    sure = any(not fact.optional for fact in facts)
    for slot, features in FEATURES.items():
        if slot != "indicator" and not facts:
            return
        of_all, of_each = features(view, right)
        shared, tied = names(of_all), {name: names(parts) for name, parts in of_each.items()}
        answer = _answers(article, slot, facts, list(tied))
        classes = _classes(slot)
        if answer & frozenset(classes or tied):
            weight = 1.0 if sure or not facts else OPTIONAL_WEIGHT
            yield Example(slot, shared, tied, classes, answer, weight)


def _classes(slot: str) -> list[str]:
    if slot == "status":
        return ["actual", "planned"]
    return sorted([*GoldFact.model_fields["indicator"].annotation.__args__, "none"]) if slot == "indicator" else []  # type: ignore[union-attr]


def _right_draft(article: ReadArticle, anchor: Anchor) -> Draft:
    facts = sorted(article.facts.get(anchor.id, ()), key=lambda fact: fact.optional)
    if not facts:
        return Draft(anchor)
    fact = facts[0]
    return Draft(anchor, fact.indicator, fact.status, fact.subject, fact.date, fact.location, fact.object)


def _predicted(view: View, models: Mapping[str, Model]) -> Draft:
    draft = Draft(view.anchor)
    for slot, features in FEATURES.items():
        if slot == "indicator" or draft.is_fact:
            chosen = models[slot].choose(*features(view, draft)).chosen
            setattr(draft, slot, chosen if slot in ("indicator", "status") else chosen or None)
    return draft


def _answers(article: ReadArticle, slot: str, facts: Sequence[GoldFact], candidates: list[str]) -> frozenset[str]:
    """The right candidates: those of the sure facts of the quantity, of all where none is sure."""
    if slot == "indicator" and not facts:
        return frozenset({"none"})
    kept = [fact for fact in facts if not fact.optional] or list(facts)
    if slot == "date":
        return frozenset(name for fact in kept for name in _same_dates(article, fact.date, candidates))
    if slot == "object":
        return frozenset(name for fact in kept for name in _same_objects(fact.object, candidates))
    return frozenset(getattr(fact, slot) or "" for fact in kept)


def _same_dates(article: ReadArticle, wanted: str | None, candidates: list[str]) -> list[str]:
    values = {date.id: (date.first, date.last) for date in article.scene.findings.dates}
    if wanted is None:
        return [""]
    return [name for name in candidates if name and values[name] == values[wanted]]


def _same_objects(wanted: str | None, candidates: list[str]) -> list[str]:
    """Candidates with all words of the wanted object and at most MORE_WORDS more."""
    if wanted is None:
        return [""]
    words = set(_key(wanted))
    fitting = [name for name in candidates if words <= set(_key(name))]
    return [name for name in fitting if len(_key(name)) <= len(words) + MORE_WORDS]


def _key(name: str) -> list[str]:
    return name.casefold().replace("ё", "е").translate({ord(c): " " for c in '«»"„“”'}).split()
