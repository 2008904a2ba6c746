"""The kind of an organization. The rules stand in RULES in order; the first that answers wins.

A rule is a function of the group's mentions; it returns a kind, or None where it has nothing to say.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.knowledge.organizations import anywhere_kinds, before_words, head_kinds, known_organizations
from pipeline.knowledge.organizations.known import organization_key
from pipeline.language.morphology import parses
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.contractions import is_contracted_state_body
from pipeline.resolving.known_names import known_of
from pipeline.resolving.media_kind import by_domain, by_finding, by_reporting
from pipeline.resolving.reporting import reports
from pipeline.resolving.word_classes import noun_lemma

Group = Sequence[Appearance]
Rule = Callable[[Group], str | None]

_BANK = re.compile(r"[\w-]*(?:банк|bank)(?:ы|и|і|ası|asi)?", re.IGNORECASE)
_OF_SUBSIDIARY = frozenset(["group", "алматы", "казахстан", "kazakhstan", "uzbekistan", "россия", "holding"])
#: Kinds that an adjective such as «евразийский» does not make international.
_NATIONAL = frozenset({"company", "education", "media", "sport"})
_MEDIUM = re.compile(r"[\w.-]*(?:media|news|(?<=\w)(?<!ex)press|медиа|ньюс|(?<!экс)пресс|инфо|информ)", re.IGNORECASE)
_FUND = re.compile(r"[а-яa-z]{3,}(?:фонд|биржа|инвест|лизинг|leasing)")
#: Kinds that a company's legal form outweighs («ОсОО «Альянс Алтын»», «АО «Центр развития»»).
_OUTWEIGHED = frozenset({"union", "other", "sport"})
_OF_COMPANIES = frozenset(
    ["ТОО", "АО", "ООО", "ПАО", "ОАО", "ЗАО", "ОсОО", "СООО", "ИООО", "LLP", "LLC", "JSC", "Ltd"]
)


def organization_kind(group: Group) -> str:
    """Return the kind of a group of mentions; company where no rule answers."""
    for rule in RULES:
        kind = rule(group)
        if kind is not None:
            return kind
    return "company"


def _names(group: Group) -> Iterator[list[str]]:
    """Yield the words of each name, lemmas in small letters, without ё."""
    for appearance in group:
        yield [noun_or_adjective(word) for word in organization_key(appearance.name).split()]


def noun_or_adjective(word: str) -> str:
    """Return the lemma of a word of a name."""
    found = parses(word)
    lemma = found[0].lemma if found and "LATN" not in found[0] else word
    return lemma.replace("ё", "е")


def by_known_name(group: Group) -> str | None:
    """A well-known organization (known.csv)."""
    organization = known_of(group)
    return organization.kind if organization else None


def by_first_word(group: Group) -> str | None:
    """«ICBC Алматы», «OTP Group»: a bank's or broker's subsidiaries are banks and brokers."""
    for appearance in group:
        first, *rest = appearance.key.split(" ")
        found = known_organizations().get(first)
        if found is not None and found.kind == "bank" and rest and all(word in _OF_SUBSIDIARY for word in rest):
            return "bank"
    return None


def by_legal_form(group: Group) -> str | None:
    """A legal form that tells the kind (ИК, АКБ)."""
    forms = (appearance.legal_form for appearance in group)
    return next((form.kind for form in forms if form is not None and form.kind), None)


def by_word_anywhere(group: Group) -> str | None:
    """A word or phrase that decides wherever it stands («Международный», «рейтинговое агентство»)."""
    for appearance, lemmas in zip(group, _names(group), strict=True):
        key, joined = organization_key(appearance.name), " ".join(lemmas)
        for phrase, kind in anywhere_kinds().items():
            if phrase in lemmas or (" " in phrase and (phrase in key or phrase in joined)):
                return None if kind == "international" and _head_kind(appearance, lemmas) in _NATIONAL else kind
    return None


def by_head_word(group: Group) -> str | None:
    """The first word of the name that is a head word («Агентство по страхованию вкладов»)."""
    for appearance, lemmas in zip(group, _names(group), strict=True):
        kind = _head_kind(appearance, lemmas)
        if kind in _OUTWEIGHED and any(a.legal_form and a.legal_form.form in _OF_COMPANIES for a in group):
            return "company"
        if kind is not None:
            return "media" if kind in ("company", "finance") and reports(appearance) else kind
    return None


def _head_kind(appearance: Appearance, lemmas: Sequence[str]) -> str | None:
    """Return the kind that the first head word of a name tells."""
    for word, lemma in zip(appearance.key.split(), lemmas, strict=True):
        kind = head_kinds().get(word) or head_kinds().get(lemma) or head_kinds().get(noun_lemma(word))
        if kind is not None:
            return kind
    return None


def by_shape(group: Group) -> str | None:
    """Contracted names of state bodies («Минводхоз», «Самарастат») and banks («ForteBank», «Сбербанк»)."""
    for appearance in group:
        key = organization_key(appearance.name)
        first = key.split(" ")[0]
        if is_contracted_state_body(first):
            return "government"
        if any(_BANK.fullmatch(word) for word in appearance.name.split()):
            return "bank"
        if any(_FUND.fullmatch(word) for word in key.split()):
            return "finance"
        if any(_MEDIUM.fullmatch(word) for word in appearance.name.split()):
            return "media"
    return None


def by_noun_before(group: Group) -> str | None:
    """A common noun before the name («газета «Х»», «биржа ЕТС»)."""
    for appearance in group:
        words = [appearance.before.noun.text] if appearance.before.noun is not None else []
        words += appearance.outside_words if appearance.legal_form is None else []
        kind = next((before_words()[lemma] for lemma in map(noun_lemma, words) if lemma in before_words()), None)
        if kind is not None:
            return kind
    return None


def by_insurance(group: Group) -> str | None:
    """СК is an insurer where the article speaks of insurance, a builder elsewhere."""
    insurers = [a for a in group if a.legal_form is not None and a.legal_form.form == "СК"]
    return "finance" if any("страхов" in a.before.around.text.casefold() for a in insurers) else None


RULES: tuple[Rule, ...] = (
    by_known_name, by_legal_form, by_first_word, by_word_anywhere, by_head_word, by_shape, by_noun_before,
    by_reporting, by_insurance, by_finding, by_domain,
)  # fmt: skip
