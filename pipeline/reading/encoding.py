"""Bytes to text: UTF-8 with and without BOM, UTF-16, Windows-1251, KOI8-R and what charset-normalizer knows besides.

1. A byte order mark decides.
2. Control bytes are UTF-16 where every other byte is the high half of a Latin or Cyrillic letter; else no text at all.
3. Bytes that are valid UTF-8 are UTF-8; bytes that nearly are, are damaged UTF-8 and are refused, not guessed.
4. Among the single-byte encodings the one wins whose words the Russian dictionary knows and whose letters are as
   frequent as in Russian (see letters.py): a general library's guess from a headline of five words is often KOI8-R for
   Windows-1251 and the reverse.
"""

import codecs
import re

from charset_normalizer import from_bytes

from pipeline.errors import ReadingError
from pipeline.reading.letters import known_words, plausibility

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CYRILLIC_CODECS = ("cp1251", "koi8-r", "cp866", "iso8859-5")
SAMPLE_BYTES = 20_000
# Text in the right encoding scores from 0.4 (a headline of two abbreviations) to 0.9; random bytes stay under 0.1.
LEAST_PLAUSIBILITY = 0.3
# Text that is UTF-8 but for a few broken bytes has at least this many good sequences for each broken one.
GOOD_PER_BROKEN = 4
# High bytes of ASCII, Cyrillic, general punctuation, currency and letterlike signs.
UTF_16_HIGH = frozenset(b"\x00\x04\x20\x21")
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, encoding: str | None = None) -> str:
    """Return the text of `data`. `encoding` replaces recognition. Raises ReadingError where the bytes are no text."""
    codec = encoding or recognise(data)
    try:
        return data.decode(codec)
    except LookupError as error:
        raise ReadingError(f"unknown encoding {codec!r}: give a name that Python knows, such as cp1251") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadingError(
            f"line {line}: byte {error.start} is not valid {codec}: repair the file or give --encoding"
        ) from error


def recognise(data: bytes) -> str:
    """Return the name of the codec that `data` is written in. Raises ReadingError for binary data and noise."""
    for bom, codec in BOMS:
        if data.startswith(bom):
            return codec
    sample = data[:SAMPLE_BYTES]
    if len(CONTROL.findall(sample)) > len(sample) / 100:
        return _utf_16(sample)
    return "utf-8" if _is_utf_8(data) else _single_byte(sample)


def _utf_16(sample: bytes) -> str:
    if b"\0\0\0" in sample:
        raise ReadingError("binary data, not text: give a text file")
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(sample) > 2 and sum(byte in UTF_16_HIGH for byte in high) > 0.95 * len(high):
            return codec
    raise ReadingError("binary data, not text: give a text file")


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        broken = data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
        # Damaged UTF-8: decode() will say at which byte.
        return len(MULTIBYTE.findall(data)) >= GOOD_PER_BROKEN * broken
    return True


def _single_byte(sample: bytes) -> str:
    texts = {name: text for name in CYRILLIC_CODECS if (text := _try(sample, name)) is not None}
    plausible = {name: score for name, text in texts.items() if (score := plausibility(text)) > LEAST_PLAUSIBILITY}
    if plausible:
        return max(plausible, key=lambda name: plausible[name] + known_words(texts[name]))
    guess = from_bytes(sample).best()
    if guess is None or plausibility(str(guess)) < 0:
        raise ReadingError("bytes that are text in no known encoding: convert the file to UTF-8 or give --encoding")
    return guess.encoding


def _try(sample: bytes, codec: str) -> str | None:
    try:
        return sample.decode(codec)
    except UnicodeDecodeError:
        return None
