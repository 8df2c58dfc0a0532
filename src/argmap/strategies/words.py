"""Words and titles in several scripts."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

# Letters of several scripts; none of them begins markup.
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüßéñøАБВабвαβγ論証議אבגدذر"
# fmt: off
_WORDS = [
    "a", "b", "c", "claim", "the", "of", "and", "so", "thus", "sun", "rain", "it", "they", "why",
    "Untitled", "größer", "ÉTÉ", "año", "мир", "СВОБОДА", "λόγος", "論証", "議論", "אמת", "حق", "1",
    "42", "50%", "don't", "U.S.", "a/b", "x-y", "n_1", "100.000", "who?", "“so”", "🙂", "論証,", "and/or",
    "(sic)", "٣", "４２", "१०",
]
# fmt: on


@cache
def words() -> SearchStrategy[str]:
    """Return words in several scripts, and numbers."""
    known = st.sampled_from(_WORDS)
    # Words from a list are drawn at once, those of letters a letter at a time.
    return st.one_of(known, known, known, known, known, st.text(LETTERS, min_size=1, max_size=5))


@cache
def titles(*, max_words: int = 4) -> SearchStrategy[str]:
    """Return titles in their normal form: words with single spaces between them.

    >>> from hypothesis import find
    >>> find(titles(), lambda title: True)
    'a'
    """
    return st.lists(words(), min_size=1, max_size=max_words).map(" ".join).filter(_is_no_number)


def _is_no_number(title: str) -> bool:
    # `Untitled 1` is what an element without a title is called.
    return not title.startswith("Untitled")
