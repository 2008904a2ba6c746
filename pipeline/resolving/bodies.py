"""Organizations inside a position: the state body that belongs to it stays, the company that follows it does not."""

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import (
    ANY_COUNTRY,
    head_kinds,
    known_organizations,
    legal_forms,
    organization_key,
)
from pipeline.language.inflection import nominative
from pipeline.language.morphology import parses
from pipeline.resolving.context import QUOTES
from pipeline.resolving.contractions import is_contracted_state_body
from pipeline.resolving.surroundings import Surroundings


def without_company(around: Surroundings, phrase: Sequence[Token]) -> list[Token]:
    """Cut the phrase before a company's name and what leads to it; a body in Russian words stays."""
    kept: list[Token] = []
    for token in phrase:
        mention = around.mention_of(token)
        is_company = mention is not None and mention.label == "organization" and not _is_worded(around, mention)
        if is_company or token.text in QUOTES or token.text in legal_forms():
            break
        kept.append(token)
    while kept and (not kept[-1].text[0].isalnum() or parses(kept[-1].text)[0].pos in ("PREP", "CONJ")):
        kept.pop()
    return kept


def _is_worded(around: Surroundings, mention: NameMention) -> bool:
    """Say whether a name is a body's in Russian words or a state body's, which a position keeps («глава Нацбанка»)."""
    text = around.text[mention.start : mention.end]
    name = organization_key(nominative(text, cases={"gent"}, known=lambda name: organization_key(name) in head_kinds()))
    known = known_organizations().get(name)
    is_known_body = known is not None and (known.country == ANY_COUNTRY or known.kind == "government")
    if is_known_body or head_kinds().get(name) == "government" or is_contracted_state_body(name):
        return True
    return text[:1].islower() or (" " in text and any(word.islower() for word in text.split()))
