"""How many of the elements that an editor changed are known again: `python -m tests.comparing.many_pairs`.

The examples are edited in ways in which people edit; what became of each element is known. With
`--versions FILE`, texts of a corpus of which several versions are in it are compared, and what the matcher
paired by likeness is listed to be read.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from attrs import define, frozen

import argmap
from argmap import Document
from argmap.comparing.pairing.element_pairing import element_pairs
from argmap.edits import apply, rename
from argmap.model import Argument, ElementRef

EXAMPLES = Path(__file__).parents[2] / "examples"
NEW_TITLES = ("Heron", "Ladder", "Quartz", "Violet", "Tundra", "Saffron")
OTHER_WORDS = ("moss", "kettle", "orbit", "velvet", "harbour", "lantern", "pebble", "willow", "anchor")
LEAST_LINES = 5


@frozen
class Edited:
    """A text before and after an edit, and what each element of it is called afterwards."""

    name: str
    old: Document
    new: Document
    truth: Mapping[ElementRef, ElementRef]


@define
class Score:
    """How many elements that the edit was about were matched rightly, wrongly, or not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, edited: Edited) -> None:
        """Count the pairs of an edited text: of all elements whose title or text the edit changed."""
        found = dict(element_pairs(edited.old.debate, edited.new.debate))
        for before, after in edited.truth.items():
            if before in found and found[before] == after:
                self.right += 1
            elif before in found:
                self.wrong += 1
            else:
                self.missed += 1


def renamed(document: Document, chance: random.Random, share: float = 0) -> Edited | None:
    """Give titled elements new titles, and of their texts so large a share of other words."""
    named = [element for element in document.debate if not element.is_untitled and element.text]
    chosen = chance.sample(named, min(len(named), len(NEW_TITLES)))
    new, truth = document, {}
    for element, title in zip(chosen, NEW_TITLES, strict=False):
        try:
            text = apply(new.text, rename(new, element.ref, title))
        except ValueError:
            continue
        text = _with_other_words(text, element.text or "", chance, share)
        new, truth[element.ref] = argmap.parse(text), type(element.ref)(title)
    return Edited("", document, new, truth) if truth else None


def with_reworded_premises(document: Document, chance: random.Random) -> Edited | None:
    """Replace a quarter of the words in untitled premises."""
    text, refs = document.text, []
    for argument in document.debate.arguments.values():
        for ref in argument.premises:
            claim = document.debate[ref]
            if claim.is_untitled and claim.text and len(claim.text.split()) > 3:
                text = _with_other_words(text, claim.text, chance, 0.25)
                refs.append((argument.ref, argument.step_refs.index(ref), ref))
    new = argmap.parse(text)
    truth = {
        ref: new.debate.arguments[holder.title].step_refs[place]
        for holder, place, ref in refs
        if holder.title in new.debate.arguments
    }
    return Edited("", document, new, dict(truth)) if truth else None


def with_a_section_at_the_end(document: Document, chance: random.Random) -> Edited | None:
    """Move a section to the end; untitled elements get other numbers by that."""
    sections = [section for section in document.debate.sections if section.span is not None]
    if len(sections) < 2:
        return None
    section = chance.choice(sections[:-1])
    later = [each for each in sections if each.level <= section.level and each.span and section.span]
    starts = [each.span.start for each in later if each.span and each.span.start > section.span.start]  # type: ignore[union-attr]
    start = document.text.rfind("\n", 0, section.span.start) + 1  # type: ignore[union-attr]
    end = document.text.rfind("\n", 0, starts[0]) + 1 if starts else len(document.text)
    text = f"{document.text[:start]}{document.text[end:].rstrip()}\n\n{document.text[start:end].rstrip()}\n"
    new = argmap.parse(text)
    truth: dict[ElementRef, ElementRef] = {}
    for element in document.debate:
        same = [each.ref for each in new.debate if each.text == element.text and _is_alike(each, element)]
        if len(same) == 1:
            truth[element.ref] = same[0]
    return Edited("", document, new, truth) if truth else None


def with_a_split_argument(document: Document, chance: random.Random) -> Edited | None:
    """Write the last premise of an argument as an argument of its own."""
    parts = [each for each in document.debate.arguments.values() if not each.is_untitled and each.text]
    if not parts:
        return None
    argument: Argument = chance.choice(parts)
    words = (argument.text or "").split()
    half = len(words) // 2
    if half < 3 or document.text.count(argument.text or "") != 1:
        return None
    first, second = " ".join(words[:half]), " ".join(words[half:])
    text = document.text.replace(argument.text or "", f"{first}.")
    text += f"\n\n<{argument.title}, continued>: {second}\n"
    return Edited("", document, argmap.parse(text), {argument.ref: argument.ref})


def _is_alike(first: object, second: object) -> bool:
    titles = [None if each.is_untitled else each.ref for each in (first, second)]  # type: ignore[attr-defined]
    return type(first) is type(second) and titles[0] == titles[1]


def _with_other_words(text: str, said: str, chance: random.Random, share: float) -> str:
    words = said.split(" ")
    if not share or text.count(said) != 1:
        return text
    for place in chance.sample(range(len(words)), round(len(words) * share)):
        if words[place].isalpha():
            words[place] = chance.choice(OTHER_WORDS)
    return text.replace(said, " ".join(words))


EDITS: Mapping[str, Callable[[Document, random.Random], Edited | None]] = {
    "renamed": renamed,
    "renamed, 20 % other words": lambda document, chance: renamed(document, chance, 0.2),
    "renamed, 40 % other words": lambda document, chance: renamed(document, chance, 0.4),
    "renamed, 60 % other words": lambda document, chance: renamed(document, chance, 0.6),
    "premises reworded": with_reworded_premises,
    "section moved": with_a_section_at_the_end,
    "argument split": with_a_split_argument,
}


def table(seed: int = 0) -> Iterator[tuple[str, int, Score]]:
    """Yield each way of editing, to how many texts it was done, and how the matcher did."""
    documents = [
        argmap.parse(path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.argdown"))
    ]
    for name, edit in EDITS.items():
        score, number = Score(), 0
        for document in documents:
            edited = edit(document, random.Random(seed))
            if edited is not None:
                number += 1
                score.add(edited)
        yield name, number, score


def versions(file: Path) -> Iterator[str]:
    """Yield what was paired by likeness in texts of a corpus that have many lines in common."""
    texts = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    lines = [
        {line.strip() for line in each["input"].splitlines() if len(line.strip()) > 12} for each in texts
    ]
    for first in range(len(texts)):
        for second in range(first + 1, len(texts)):
            one, other = lines[first], lines[second]
            is_version = 2 * len(one & other) > min(len(one), len(other)) > LEAST_LINES
            if is_version and texts[first]["input"] != texts[second]["input"]:
                old, new = (argmap.parse(texts[place]["input"]) for place in (first, second))
                changes = argmap.diff(old, new)
                yield f"## {texts[first]['id']} → {texts[second]['id']}: {len(changes)} changes"
                for before, after in changes.pairs:
                    is_same = before == after or old.debate[before].text == new.debate[after].text
                    if not is_same:
                        yield f"   {before}: {old.debate[before].text} = {after}: {new.debate[after].text}"


def main(words: list[str]) -> None:
    """Print the table, or the pairs of versions."""
    if words[:1] == ["--versions"]:
        for line in versions(Path(words[1])):
            print(line)
        return
    print("| edit | texts | elements | right | wrong | missed |\n| --- | --- | --- | --- | --- | --- |")
    for name, number, score in table():
        total = score.right + score.wrong + score.missed
        print(f"| {name} | {number} | {total} | {score.right} | {score.wrong} | {score.missed} |")


if __name__ == "__main__":
    main(sys.argv[1:])
