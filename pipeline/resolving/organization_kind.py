"""The kind of an organization. The rules stand in RULES in order; the first that answers wins.

A rule is a function of the group's mentions; it returns a kind, or None where it has nothing to say.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.knowledge.organizations import anywhere_kinds, before_words, head_kinds, known_organizations
from pipeline.knowledge.organizations.known import organization_key
from pipeline.language.morphology import parses
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.context import noun_lemma

Group = Sequence[Appearance]
Rule = Callable[[Group], str | None]

_DOMAIN = re.compile(r"[\w-]+\.(?:kz|ru|uz|kg|by|ua|az|am|ge|com|org|net|info|media|news|press|today)", re.IGNORECASE)
_REPORTS = frozenset("передавать писать напоминать".split())
_SAYS = frozenset("сообщать сообщить информировать отмечать рассказать пояснить уточнять".split())
_STATISTICS = re.compile(r"[а-я]{3,}(?:стат|надзор|комстат|реестр)")
_MINISTRY = re.compile(r"мин(?!ск)[а-я]{3,}")
_BANK = re.compile(r"[\w-]*(?:банк|bank)", re.IGNORECASE)
_FUND = re.compile(r"[а-я]{3,}(?:фонд|биржа|инвест)")
_REFERENCE = re.compile(r"[»\"”]?\s+со\s+ссылкой")


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
    found = (known_organizations().get(appearance.key) for appearance in group)
    return next((organization.kind for organization in found if organization), None)


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
                return kind
    return None


def by_head_word(group: Group) -> str | None:
    """The first word of the name that is a head word («Агентство по страхованию вкладов»)."""
    for lemmas in _names(group):
        if len(lemmas) > 1 or lemmas[0] in head_kinds():
            for word in lemmas:
                kind = head_kinds().get(word) or (head_kinds().get(noun_lemma(word)) if word.isalpha() else None)
                if kind is not None:
                    return kind
    return None


def by_shape(group: Group) -> str | None:
    """Contracted names of state bodies («Минводхоз», «Самарастат») and banks («ForteBank», «Сбербанк»)."""
    for appearance in group:
        key = organization_key(appearance.name)
        first = key.split(" ")[0]
        if _MINISTRY.fullmatch(first) or _STATISTICS.fullmatch(first):
            return "government"
        if any(_BANK.fullmatch(word) for word in appearance.name.split()):
            return "bank"
        if _FUND.fullmatch(first):
            return "finance"
    return None


def by_domain(group: Group) -> str | None:
    """A site's name («Profit.kz»): in news they are media unless the table or a noun before says otherwise."""
    return "media" if any(_DOMAIN.fullmatch(appearance.text) for appearance in group) else None


def by_noun_before(group: Group) -> str | None:
    """A common noun before the name («газета «Х»», «биржа ЕТС»)."""
    for appearance in group:
        noun = appearance.before.noun
        kind = before_words().get(noun_lemma(noun.text)) if noun is not None else None
        if kind is not None:
            return kind
    return None


def by_reporting(group: Group) -> str | None:
    """«передаёт Х», «Х со ссылкой на», the dateline «/Х/»: who is quoted as the source is a medium."""
    return "media" if any(_reports(appearance) for appearance in group) else None


def _reports(appearance: Appearance) -> bool:
    if appearance.legal_form is not None:
        return False
    text, mention = appearance.before.around.text, appearance.mention
    if _REFERENCE.match(text, mention.end) or _is_dateline(text, mention.start, mention.end):
        return True
    words = appearance.before.words
    if not words or words[0].is_sent_start:
        return False
    lemmas = {parse.lemma for parse in parses(words[0].text) if parse.pos == "VERB"}
    return bool(lemmas & _REPORTS) or bool(lemmas & _SAYS and _DOMAIN.fullmatch(appearance.text))


def _is_dateline(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    head = text[line:start]
    if start > 0 and text[start - 1] == "/" and text[end : end + 1] == "/":
        return True
    return len(head) < 40 and re.search(r"\d[^.]*[—–-]\s*$", head) is not None and text[end : end + 1] in ".:"


RULES: tuple[Rule, ...] = (
    by_known_name, by_legal_form, by_word_anywhere, by_head_word, by_shape, by_noun_before, by_reporting,
    by_domain,
)  # fmt: skip
