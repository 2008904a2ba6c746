"""The tokenizer gives the text back and keeps digit groups in one token."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.tokenizer import blank

NLP = blank()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("2 000 автобусов", ["2 000", "автобусов"]),
        ("1\u00a0234,5 млн", ["1\u00a0234,5", "млн"]),
        ("12'500 штук", ["12'500", "штук"]),
        ("в 2025 300 шин", ["в", "2025", "300", "шин"]),  # a year before a number is no group of thousands
        ("5 000", ["5 000"]),
        ("за 1 100–1 300 долларов", ["за", "1 100", "–", "1 300", "долларов"]),  # razdel joins «100–1»
        ("1 000-1 500 т", ["1 000", "-", "1 500", "т"]),
        ("завод QazTehna;\n\n12 цехов", ["завод", "QazTehna", ";", "\n\n", "12", "цехов"]),
        ("«Казахмыс»", ["«", "Казахмыс", "»"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in NLP(text)] == tokens


FRAGMENTS = st.sampled_from(
    ["1 100", "–", "-", "1", "12 000,5", " ", "\u00a0", "2025", ",", "А", "т", "12'500", "%", "5–10", "."]
)


@given(st.lists(FRAGMENTS, max_size=12).map("".join))
def test_the_doc_gives_numbers_back(text: str) -> None:
    assert NLP(text).text == text


PIECES = " \n\t\u00a00123456789,.'абвгдABC«»-–%"


@given(st.text(alphabet=st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=60))
def test_the_doc_gives_the_text_back(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
