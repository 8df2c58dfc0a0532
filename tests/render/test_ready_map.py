"""Maps that are ready to be drawn."""

from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.maps import build_map
from argmap.maps.detail import only_titles
from argmap.render.draw_options import DrawOptions
from argmap.render.ready_map import make_ready
from argmap.render.wording import in_words

# Texts that say what their title says, and formulas with them.
TEXTS = st.sampled_from(
    ["", ": it rains {formula: p}", ": A {formula: p}", ": @[B] says so", ": A @<C> {formula: q}"]
)


@settings(max_examples=30)
@given(strategies.markup(), st.lists(st.tuples(st.sampled_from("ABC"), TEXTS), max_size=4))
def test_large_maps_show_of_what_is_in_words_the_titles_only(
    text: str, claims: list[tuple[str, str]]
) -> None:
    more = "\n\n".join(f"[{title}]{words}\n  + <C>: c" for title, words in claims)
    view = build_map(argmap.parse(f"{text}\n\n{more}").debate, detail="auto")
    worded = in_words(view)
    ready = make_ready(view, DrawOptions(theme="print"), most_texts=0)
    assert ready.shown == only_titles(worded)
    assert any("titles only" in note for note in ready.notes) == (only_titles(worded) != worded)
