"""Mentions of organizations, read: the name without quotes and legal form, in the nominative."""

import re
from collections.abc import Callable, Sequence

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import (
    LegalForm,
    core,
    descriptive_words,
    form_before,
    head_kinds,
    known_organizations,
    legal_forms,
    local_adjectives,
    organization_key,
)
from pipeline.language.inflection import nominative
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.context import QUOTES, Before
from pipeline.resolving.surroundings import Surroundings
from pipeline.resolving.word_classes import adjective_lemma, noun_lemma

#: So many characters before a name its legal form may begin.
_REACH = 60
#: «Фонд «Даму»: descriptive words and a name in quotes, the closing one perhaps outside.
_DESCRIBED = re.compile(r"(?P<words>[^«»\"„“”]+?)\s+[«\"„“](?P<name>[^«»\"„“”]+)[»\"”]?")
#: Contractions with a genitive inside have one form («Минобороны», «Минпромновтехнологий»).
_CONTRACTED = re.compile(r"Мин[а-яё]{3,}(?:[ыи]|ий|ей|ия)")
_MAY_BE_NOMINATIVE = re.compile(r"[А-ЯЁ][\w-]*(?:[ая]|ой)")
_NO_QUOTES = str.maketrans("", "", "«»\"„“”")
#: Bodies whose name begins with a small letter in running text («акимат города Алматы»).
_SMALL = frozenset({"акимат", "хокимият", "маслихат", "управление", "администрация", "правительство", "мэрия"})


def read_organizations(
    around: Surroundings, mentions: Sequence[NameMention], is_listed: Callable[[str], bool]
) -> list[Appearance]:
    """Read all mentions of organizations, in the order of the text. `is_listed` knows the user's own names."""
    mentions = [mention for mention in mentions if mention.label == "organization"]
    texts = [_core(around, mention) for mention in mentions]
    spelled = {organization_key(text) for text in texts}
    return [
        _read(around, mention, text, spelled, is_listed) for mention, text in zip(mentions, texts, strict=True)
    ]


def _core(around: Surroundings, mention: NameMention) -> str:
    text = around.text[mention.start : mention.end]
    bounds = core(text)
    text = _without_capitals(text[bounds.start : bounds.end] or text)
    described = _DESCRIBED.fullmatch(text)
    if described and all(noun_lemma(word) in descriptive_words() for word in described["words"].split()):
        return described["name"]  # «Фонд «Даму»
    return _without_local_adjective(text)


def _without_capitals(text: str) -> str:
    """Write a dateline's «КАЗИНФОРМ» as the listed «Казинформ»."""
    listed = known_organizations().get(organization_key(text)) if text.isupper() else None
    return next((name for name in listed.names if name.casefold() == text.casefold()), text) if listed else text


def _without_local_adjective(text: str) -> str:
    """Take off an adjective that is no part of the name: «регионального министерства», «Региональный Фонд»."""
    first, space, rest = text.partition(" ")
    is_outside = bool(space) and adjective_lemma(first) in local_adjectives()
    return rest if is_outside and (first[0].islower() or rest[0].isupper()) else text


def _read(
    around: Surroundings, mention: NameMention, text: str, spelled: set[str], is_listed: Callable[[str], bool]
) -> Appearance:
    before = Before(around, mention)
    form = _form(around, mention)
    is_fixed = _is_quoted(before, mention) and (form is not None or before.noun is not None)
    own = organization_key(text)

    def known(name: str) -> bool:
        key = organization_key(name)
        return key in known_organizations() or is_listed(name) or (key != own and key in spelled)

    is_contracted = _CONTRACTED.fullmatch(text) is not None
    is_title = is_contracted or (is_fixed and not _is_genitive_noun(before))
    stays = (is_title or _is_subject(before, mention, text)) and not _is_known_form(text, before, known)
    name = text if stays else nominative(text, cases=before.cases, known=known)
    return Appearance(mention, text, _shown(name), before, form)


def _is_known_form(text: str, before: Before, known: Callable[[str], bool]) -> bool:
    """Say whether a quoted title is a known name in another case: «НПЗ «Газпром нефти»»."""
    return not known(text) and known(nominative(text, cases=before.cases or {"gent"}, known=known))


def _is_subject(before: Before, mention: NameMention, text: str) -> bool:
    """Say whether a title in quotes that nothing governs looks like a nominative («Грана» ставит цех, «Кошой»)."""
    return _is_quoted(before, mention) and not before.cases and _MAY_BE_NOMINATIVE.fullmatch(text) is not None


def _is_genitive_noun(before: Before) -> bool:
    """Say whether the noun before governs the quoted name («акции «Газпрома»») instead of naming its type."""
    if before.noun is None:
        return False
    return noun_lemma(before.noun.text) not in head_kinds()


def _is_quoted(before: Before, mention: NameMention) -> bool:
    return before.is_quoted or before.around.text[mention.start] in QUOTES


def _shown(name: str) -> str:
    name = " ".join(name.translate(_NO_QUOTES).split())
    first, space, rest = name.partition(" ")
    return f"{first.casefold()}{space}{rest}" if space and first.casefold() in _SMALL else name


def _form(around: Surroundings, mention: NameMention) -> LegalForm | None:
    """Return the outermost legal form: before the quotes, inside the mention, or after it (LLP, JSC)."""
    forms = legal_forms()
    found = form_before(around.text[max(0, mention.start - _REACH) : mention.start])
    if found is not None:
        return found
    inside = core(around.text[mention.start : mention.end]).form
    if inside is not None:
        return inside
    for token in around.right(mention):
        if token.text in forms and token.text.isascii():
            return forms[token.text]
        if token.text not in QUOTES and token.text != ",":
            break
    return None
