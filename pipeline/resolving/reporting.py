"""Who reports: «передаёт Х», «сказал Х директор завода», «Х со ссылкой на», datelines; media, not companies."""

import re

from pipeline.knowledge.media import reporting_words
from pipeline.knowledge.people import position_words
from pipeline.language.morphology import parses
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.context import QUOTES

DOMAIN = re.compile(rf"[\w-]+\.(?:{'|'.join(sorted(reporting_words('domains')))})", re.IGNORECASE)
#: What stands on a line before the agency's name: a town, a day, a dash.
_DATELINE = re.compile(
    r"\s*(?:[А-ЯЁ][\w-]*(?: [А-ЯЁ][\w-]*)?[.,]\s*)?"
    r"(?:\d{1,2} [а-я]+\.?(?: \d{4}(?: г(?:\.|ода)?)?)?|\d\d?\.\d\d\.\d{4})[.,]?\s*"
    r"(?:[—–-]\s*|\(|\.\s*)?[«\"“]?"
)
_REFERENCE = re.compile(r"[»\"”]?\s+со\s+ссылкой")


def reports(appearance: Appearance) -> bool:
    """Say whether a mention is named as who reports the news."""
    if appearance.legal_form is not None:
        return False
    text, mention = appearance.before.around.text, appearance.mention
    if _REFERENCE.match(text, mention.end) or _is_dateline(text, mention.start, mention.end):
        return True
    words = appearance.before.words
    if not words:
        return False
    lemmas = {parse.lemma for parse in parses(words[0].text) if parse.pos == "VERB"}
    if lemmas & reporting_words("says"):
        return DOMAIN.fullmatch(appearance.text) is not None or _is_told(appearance)
    return bool(lemmas & reporting_words("reports"))


def finds(appearance: Appearance) -> bool:
    """Say whether a name stands where news names the medium that found something: «отмечает Х», «подсчитал Х»."""
    words = appearance.before.words
    if not words or appearance.legal_form is not None:
        return False
    verbs = [parse for parse in parses(words[0].text) if parse.pos in ("VERB", "NOUN")]
    present = {parse.lemma for parse in verbs if "pres" in parse}
    past = {parse.lemma for parse in verbs if "past" in parse or parse.lemma == "внимание"}
    return bool(present & reporting_words("finds", "present") or past & reporting_words("finds", "past"))


def _is_told(appearance: Appearance) -> bool:
    """Say whether the name is whom a person told it: «сказал Х директор завода …»."""
    around = appearance.before.around
    following = (token for token in around.right(appearance.mention) if token.text not in QUOTES)
    token = next(following, None)
    if token is None:
        return False
    if token.text in ("в", "во") and appearance.before.is_quoted:  # «рассказали «Ладе» в акимате»
        return True
    mention = around.mention_of(token)
    if mention is not None:
        return mention.label == "person" or (mention.label == "organization" and appearance.before.is_quoted)
    return any(parse.lemma in position_words() and parse.case == "nomn" for parse in parses(token.text))


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Say whether a name stands where agencies put theirs: «/Х/», «САМАРА, 24 дек – Х.», or alone on a line."""
    if start > 0 and text[start - 1] == "/" and text[end : end + 1] == "/":
        return True
    begin = text.rfind("\n", 0, start) + 1
    line = text[begin:start]
    rest = text[end : text.find("\n", end)] if "\n" in text[end:] else text[end:]
    is_signature = (begin == 0) != (end + len(rest) >= len(text.rstrip()))  # the first or the last line, not both
    if is_signature and not line.strip("«\"") and not rest.strip("».\" "):
        return True
    return _DATELINE.fullmatch(line) is not None and rest[:4].strip("»\"” )")[:1] in ("", *".:—–-,/")
