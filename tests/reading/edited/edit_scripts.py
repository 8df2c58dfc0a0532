"""Scripts of edits of blocks: `python -m tests.reading.edited.edit_scripts [SCRIPTS] [SEED]`.

Blocks are added, removed, moved, split, joined and changed, headings and comments among them, and after each
edit the text is read again with the document before it. The command runs many scripts that chance makes, and
says after how many edits only blocks were read that changed.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st
from tests.reading.edited.whole_documents import all_of

import argmap
from argmap.reading.edited.changed_blocks import ChangedBlocks

BEGINNINGS = (
    "",
    "===\ntitle: T\nsources: {mill: {title: M}}\n===\n\n",
    "===\nmodel: {mode: strict}\n===\n\n[A]: 0\n\n",
    "===\nspeakers: {Ann: {}}\nexpect: {'[A]': in}\n===\n\n[S]: s {speaker: An}\n\n",
    "// first\n\n",
)
# In these nothing is odd, so that what is around them can be kept.
PLAIN_BLOCKS = (
    "[A]: a text #x",
    "[B]: b, see @[A]",
    "[C]: c\n  + [A]",
    "[A]\n  + <G>: g #y\n    - [D]: d",
    "<G>\n\n(1) [P]: p\n(2) [A]\n-- modus ponens {uses: [1]} --\n(3) [E]: e\n  <- [C]",
    "[E]: e\n\n<H>: h\n\n[D]: d",
    "# Part #z",
    "## Below",
    "[^Ev]: ev {source: mill, kind: survey}\n  +> [A]",
    "[?Q]: q?\n  + [A]\n  + [B]",
    "// a comment",
    "plain words",
    "other words #x",
    "<K>: k\n\n(1) [A]\n(2) [B]\n----\n(3) [C]",
    "<G>: more #q",
    "[C]\n  - [A]\n  >< [B]",
    "* [A]\n* [L]: l",
    "[A]\n  + [B] {relation: {strength: 0.3}}",
    "[E]: e {isInGroup: true} #x",
    "<G>\n  _> <H>",
    "<M>: m\n(1) [A]\n(2) [N]: n\n----\n(3) [O]: o\n  - [L]: l",
    "[N]: n\n  - <M>\n  - [O]",
    "[O]: o\n  +> [N]: n",
    "[B]: b /* in\nit */\n  >< [A]",
    "<H>: h #y\r\n  -> [B]",
)
ODD_BLOCKS = (
    "[B]: b, see @[Zed] {w: 1}",
    "[A]: another text",
    "[A]: a third text {allow: R221}",
    "[A] {strength: 0.4, colour: red}",
    "  + [C]: c",
    "+ [A]",
    "(1) [A]\n----\n(2) [B]",
    "<K>\n\n(1) a\n(2) b",
    "----\n(4) [M]",
    "[A]: a text {relation: {strength: 0.3}}",
    "[C]: it is [-so-] *em* `x`\n  + [A] {relation: {strength: 5}}",
    "[X]: x {standard: clear, kind: statstic}\n  + <G>",
    "[?Q] {standard: cleer}",
    "x <b>bold</b>",
    "<b>: t",
    "[Untitled 2]: u",
    "[A]: a /* open",
    "close */",
    "[F]: f {formula: p & }",
    "<G> {isInGroup: true}\n  + [?Q]",
    "<L>\n\n(1) [P]: p\n(2) [R]\n--\nmodus tollens\n--\n(3) [A]\n\n----\n(4) [C]\n  + [A]",
    "[^Ev]\n  + [a]",
)
WORDS = (" words", " the", "x", "#t ", "[A]", "\n", "{a: 1}", " @[B]", "<G>", "(1) ", " */ ", " /* ", "\\")
EDITS = ("add", "add", "add", "remove", "move", "split", "join", "write", "write", "say")


class BlockEdit(NamedTuple):
    """What is done, where, whereto or with what of a block: both from 0 to 1; and what is written."""

    kind: str
    place: float
    other: float
    block: str
    words: str


def edited(blocks: Sequence[str], edit: BlockEdit) -> list[str]:
    """Return blocks after an edit."""
    kind, place, other, block, words = edit
    changed = list(blocks)
    if kind == "add" or not changed:
        return [*changed[: round(place * len(changed))], block, *changed[round(place * len(changed)) :]]
    number = min(int(place * len(changed)), len(changed) - 1)
    text = changed[number]
    at = round(other * len(text))
    match kind:
        case "remove":
            del changed[number]
        case "move":
            changed.insert(round(other * (len(changed) - 1)), changed.pop(number))
        case "split":
            changed[number : number + 1] = [text[:at], text[at:]]
        case "join":
            changed[number : number + 2] = ["\n".join(changed[number : number + 2])]
        case "say":
            space = text.find(" ", at)
            at = len(text) if space < 0 else space
            changed[number] = f"{text[:at]} more{text[at:]}"
        case _:
            changed[number] = text[:at] + words + text[at:]
    return changed


def scripts(blocks: Sequence[str], most: int) -> st.SearchStrategy[tuple[str, list[str], list[BlockEdit]]]:
    """Return a strategy of scripts: how a text begins, its blocks, and what is done to them."""
    share = st.floats(0, 1)
    edits = st.builds(
        BlockEdit, st.sampled_from(EDITS), share, share, st.sampled_from(blocks), st.sampled_from(WORDS)
    )
    return st.tuples(
        st.sampled_from(BEGINNINGS),
        st.lists(st.sampled_from(blocks), min_size=2, max_size=8),
        st.lists(edits, min_size=1, max_size=most),
    )


def main(count: int, seed: int) -> None:
    """Run scripts of chance."""
    chance = random.Random(seed)
    read, kept = ChangedBlocks.read, 0

    def counted(changed: ChangedBlocks) -> object:
        nonlocal kept
        reading = read(changed)
        kept += 1
        return reading

    ChangedBlocks.read = counted  # type: ignore[method-assign,assignment]  # to count what is kept
    edits = 0
    for number in range(count):
        known = chance.choice((PLAIN_BLOCKS, PLAIN_BLOCKS + ODD_BLOCKS))
        beginning = chance.choice(BEGINNINGS)
        blocks = [chance.choice(known) for _ in range(chance.randrange(2, 14))]
        document = argmap.parse(beginning + "\n\n".join(blocks))
        for _ in range(chance.randrange(1, 8)):
            shares = chance.random(), chance.random()
            edit = BlockEdit(chance.choice(EDITS), *shares, chance.choice(known), chance.choice(WORDS))
            blocks = edited(blocks, edit)
            text = beginning + "\n\n".join(blocks)
            again, anew = argmap.parse(text, previous=document), argmap.parse(text)
            if all_of(again) != all_of(anew) or argmap.occurrences(again) != argmap.occurrences(anew):
                sys.exit(f"script {number}: {document.text!r} became {text!r}")
            document = again
            edits += 1
    print(f"{count} scripts, {edits} edits, after {kept} of which only changed blocks were read")


if __name__ == "__main__":
    main(*(int(word.replace("_", "")) for word in (*sys.argv[1:], *("1000", "1")[len(sys.argv) - 1 :])))
