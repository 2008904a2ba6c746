"""Gold articles as inline markup, `*.gold.xml`: tags mark spans, and the text without them is the article to the byte.

Reading checks the rules of the format; a broken file is refused by GoldError with file, line and reason.
"""

from pathlib import Path
from typing import Any, TypeVar

from lxml import etree
from pydantic import ValidationError

from pipeline.comparison.gold import GoldArticle, GoldDate, GoldEntity, GoldFact, GoldMention, GoldQuantity
from pipeline.errors import GoldError
from pipeline.records import Article, Record

R = TypeVar("R", bound=Record)
GROUPS = {"organization": "organizations", "location": "locations", "person": "people"}
ENTITY_TAGS = {"org": "organization", "loc": "location", "person": "person"}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def read_gold_xml(path: Path) -> GoldArticle:
    """Return the gold article of a file. Raises GoldError with file, line and reason where it breaks a rule."""
    try:
        root = etree.fromstring(path.read_bytes(), _PARSER)
    except (OSError, etree.XMLSyntaxError) as error:
        raise GoldError(f"{path}: {error}") from error
    return _Reader(path, root).article()


class _Reader:
    """Walks one file; holds its path for messages and what has been collected so far."""

    def __init__(self, path: Path, root: etree._Element) -> None:
        self.path, self.root = path, root
        self.pieces: list[str] = []
        self.length = 0
        self.mentions: dict[str, list[GoldMention]] = {}
        self.tags: dict[str, str] = {}
        self.dates: list[GoldDate] = []
        self.quantities: list[GoldQuantity] = []

    def article(self) -> GoldArticle:
        declared = list(self._child("entities"))
        for element in declared:
            self._declare(element)
        self._walk(self._child("text"))
        groups: dict[str, list[GoldEntity]] = {group: [] for group in GROUPS.values()}
        for element in declared:
            groups[GROUPS[_tag(element)]].append(self._entity(element))
        facts = self.root.find("facts")
        head = {key: self.root.get(key) for key in ("id", "title", "source", "url", "published")}
        return self._made(
            GoldArticle,
            self.root,
            article=self._made(Article, self.root, text="".join(self.pieces), **head),
            dates=self.dates,
            quantities=self.quantities,
            facts=[self._fact(element) for element in (facts if facts is not None else ())],
            **groups,
        )

    def _child(self, tag: str) -> etree._Element:
        child = self.root.find(tag)
        if self.root.tag != "article" or child is None:
            raise self._error(self.root, f"an <article> with <{tag}> is expected")
        return child

    def _declare(self, element: etree._Element) -> None:
        identifier, tag = element.get("id"), _tag(element)
        if tag not in GROUPS or identifier is None or identifier in self.tags:
            raise self._error(element, f"<{tag} id={identifier!r}>: unknown tag, or id missing or there twice")
        self.tags[identifier], self.mentions[identifier] = tag, []

    def _entity(self, element: etree._Element) -> GoldEntity:
        fields: dict[str, Any] = dict(element.attrib)
        also = [name.strip() for name in fields.pop("also", "").split(";") if name.strip()]
        mentions = self.mentions[fields["id"]]
        if not mentions:
            raise self._error(element, f"entity {fields['id']} has no mention in the text")
        return self._made(GoldEntity, element, also=also, mentions=mentions, **fields)

    def _walk(self, element: etree._Element) -> None:
        start = self.length
        self._add(element.text)
        for child in element:
            self._walk(child)
            self._add(child.tail)
        if element.tag != "text":
            self._mark(element, start)

    def _add(self, text: str | None) -> None:
        self.pieces.append(text or "")
        self.length += len(text or "")

    def _mark(self, element: etree._Element, start: int) -> None:
        fields: dict[str, Any] = dict(element.attrib)
        text = "".join(self.pieces)[start : self.length]
        span = {"start": start, "end": self.length, "text": text, "optional": fields.pop("optional", "") == "yes"}
        if not text or text != text.strip():
            raise self._error(element, f"<{_tag(element)}> {text!r}: empty or padded span")
        if _tag(element) in ENTITY_TAGS:
            self._refer(element, fields.get("ref"), self._made(GoldMention, element, **span))
        elif element.tag == "date":
            self.dates.append(self._made(GoldDate, element, **fields, **span))
        elif element.tag == "quantity":
            self.quantities.append(self._made(GoldQuantity, element, **_numbers(fields), **span))
        else:
            raise self._error(element, f"unknown tag <{_tag(element)}>")

    def _refer(self, element: etree._Element, reference: str | None, mention: GoldMention) -> None:
        if reference is None or self.tags.get(reference) != ENTITY_TAGS[_tag(element)]:
            raise self._error(element, f"ref {reference!r} is no {ENTITY_TAGS[_tag(element)]}")
        self.mentions[reference].append(mention)

    def _fact(self, element: etree._Element) -> GoldFact:
        fields: dict[str, Any] = dict(element.attrib)
        fact = self._made(GoldFact, element, **{**fields, "optional": fields.get("optional") == "yes"})
        known = {"quantity": {q.id for q in self.quantities}, "date": {d.id for d in self.dates}}
        for slot in ("quantity", "date", "subject", "location"):
            value = getattr(fact, slot)
            if value is not None and value not in known.get(slot, self.tags):
                raise self._error(element, f"fact: {slot} {value!r} is no id of this article")
        return fact

    def _made(self, model: type[R], element: etree._Element, **fields: Any) -> R:
        try:
            return model.model_validate(fields)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise self._error(element, f"<{_tag(element)}> {place}: {first['msg']}") from error

    def _error(self, element: etree._Element, reason: str) -> GoldError:
        return GoldError(f"{self.path}:{element.sourceline}: {reason}")


def _tag(element: etree._Element) -> str:
    return str(element.tag)


def _numbers(fields: dict[str, Any]) -> dict[str, Any]:
    """Numbers as the referee reads them: a whole number is an int."""
    for key in ("value", "low", "high"):
        if key in fields:
            number = float(fields[key])
            fields[key] = int(number) if number.is_integer() else number
    return fields
