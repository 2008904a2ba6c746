"""Numbers under which states register organizations and people, and how many digits each has.

Sources: БИН, ИИН (Kazakhstan, 12 digits), ИНН (Russia 10 and 12, Kyrgyzstan 14, Uzbekistan and Tajikistan 9), УНП
(Belarus, 9), ОГРН (Russia, 13 and 15), ОКПО (8 and 10), ПИНФЛ (Uzbekistan, 14).
"""

import re

LENGTHS = {
    "БИН": (12,), "ИИН": (12,), "ИНН": (9, 10, 12, 14), "УНП": (9,), "ОГРН": (13, 15), "ОКПО": (8, 10), "ПИНФЛ": (14,),
}  # fmt: skip
_IDENTIFIER = re.compile(r"(?P<register>[^\W\d_]+)\s*:?\s*(?P<number>\d[\d ]*\d)")
#: What may stand between a name and its number: «Х» (БИН 050140001234), «Х», ИНН 7707083893.
IDENTIFIER_AFTER_NAME = re.compile(rf"[»\"”]?[\s,(]{{1,3}}(?:{'|'.join(LENGTHS)})\s*:?\s*(?P<number>\d{{8,15}})(?!\d)")


def digits_of(identifier: str) -> str:
    """Return the number of an identifier: «БИН 050140001234» → 050140001234."""
    return "".join(character for character in identifier if character.isdigit())


def complaint(identifier: str) -> str | None:
    """Return what is wrong with an identifier, None where nothing is; registers that are not known take any number."""
    match = _IDENTIFIER.fullmatch(identifier)
    if match is None:
        return "is no register and number, such as «БИН 050140001234»"
    register, count = match["register"].upper(), len(digits_of(identifier))
    if register in LENGTHS and count not in LENGTHS[register]:
        return f"has {count} digits; {register} has {' or '.join(map(str, LENGTHS[register]))}"
    return None
