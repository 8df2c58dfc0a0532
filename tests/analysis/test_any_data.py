"""Whatever data say, checks, checklists and drawings work."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.analysis import checklist, judge, sources_used, statistics
from argmap.interop import bibtex

SCALARS = st.one_of(
    st.sampled_from(
        ("S", "s1", "C301", "c9", "[P]", '"[P]"', '"[^E]"', "<A>", "dream", "sign", "1", "-1", "1e99", "true")
    ),
    st.sampled_from(("null", "~", "''", "2020-01-31", "..", "text.argdown", "../x", '"\\ud800"', "[]", "{}")),
    st.text("abc ", min_size=1, max_size=4).map(lambda text: f'"{text}"'),
)
KEYS = st.sampled_from(
    (
        *(
            "source",
            "kind",
            "quote",
            "locator",
            "allow",
            "question",
            "accepted",
            "roles",
            "answers",
            "scheme",
        ),
        *("uses", "file", "author", "date", "title", "finding", "link", "observation", "strength", "check"),
    )
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
        ),
    ),
    max_leaves=4,
)
DATA = st.dictionaries(KEYS, VALUES, max_size=4).map(
    lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"
)
FRONT = st.dictionaries(
    st.sampled_from(("sources", "bibliography", "schemes", "check", "model", "title")), VALUES, max_size=3
).map(lambda items: "".join(f"{key}: {value}\n" for key, value in items.items()))
TEXT = """===
{0}===

[^E]: One. {1}
  - [P]: Two. {2}

<A>: Three. {3}

(1) [P]
(2) [^E]
-- sign {4} --
  <_ [U]: Four. {5}
(3) [C]: Five.
  >< [^E]
"""
TEXTS = st.builds(TEXT.format, FRONT, DATA, DATA, DATA, DATA, DATA)


@given(TEXTS, st.sampled_from(("loose", "strict")))
def test_any_data_can_be_checked(text: str, mode: str) -> None:
    document = argmap.parse(text, path=Path(__file__), settings={"model": {"mode": mode}})
    found = argmap.check(document)
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in found)
    assert set(judge(found, document.debate, document.settings)) <= set(found)


@given(TEXTS)
def test_any_data_can_be_listed_and_drawn(text: str) -> None:
    document = argmap.parse(text)
    debate = document.debate
    assert all(one.text for item in checklist(debate) for one in item.answers)
    assert statistics(debate).evidence == 1
    assert isinstance(bibtex.dumps(one.source for one in sources_used(debate)), str)
    assert argmap.draw(document, questions=True).dot
