"""Three-way merges of debates."""

from __future__ import annotations

from attrs import frozen

from argmap.api.documents import Document, check_document
from argmap.api.parsing import parse
from argmap.data.garbage import paused_collector
from argmap.data.values import check_count
from argmap.merging.aligned_titles import aligned
from argmap.merging.conflict_marks import DEFAULT_SIZE, marked
from argmap.merging.merge_conflict import MergeConflict
from argmap.merging.merged_text import best_text
from argmap.merging.three_debates import ThreeDebates
from argmap.nearest_keyword import names_nearest
from argmap.text.counts import counted


@frozen(repr=False)
class Merge:
    """The result of a merge: its text, the document of that text, and what could not be merged.

    >>> import argmap
    >>> merged = argmap.merge("[A]: a", "[A]: a #x", "[A]: a\\n\\n[B]: b")
    >>> merged.ok, list(merged.document.debate.claims)
    (True, ['A', 'B'])
    """

    text: str
    document: Document
    conflicts: tuple[MergeConflict, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything could be merged."""
        return not self.conflicts

    def __repr__(self) -> str:
        characters, conflicts = counted(len(self.text), "character"), counted(len(self.conflicts), "conflict")
        return f"Merge({characters}, {conflicts})"


@names_nearest
def merge(
    base: Document | str, ours: Document | str, theirs: Document | str, *, marker_size: int = DEFAULT_SIZE
) -> Merge:
    r"""Return a text with what two versions, `ours` and `theirs`, changed in the `base`.

    The lines of both are merged; then it is checked that the result says what each version changed,
    and nothing else. Where both changed one thing differently, it says what `ours` says, and comments
    between markers have the lines of `theirs`; `conflicts` list these places. Comments, order and layout
    stay. Included files are ignored.

    >>> import argmap
    >>> base = "[A]: It rains.\n\n[B]: It is wet.\n"
    >>> ours = "[Rain]: It rains.\n\n[B]: It is wet.\n"
    >>> merged = argmap.merge(base, ours, base.replace("wet.", "wet.\n  + [A]"))
    >>> print(merged.text)
    [Rain]: It rains.
    <BLANKLINE>
    [B]: It is wet.
      + [Rain]
    <BLANKLINE>

    Raises:
        ValueError: a version is a page in Markdown.
    """
    check_count("marker_size", marker_size, least=1)
    documents = [_document(each) for each in (base, ours, theirs)]
    texts = [document.text for document in documents]
    if texts[0] == texts[2] or texts[1] == texts[2]:
        return Merge(texts[1], documents[1])
    if texts[0] == texts[1]:
        return Merge(texts[2], documents[2])
    with paused_collector():
        before, first, second = aligned(*documents)
        debates = ThreeDebates.of(before.debate, first.debate, second.debate)
        wanted = debates.merged()
        best = best_text(before, first, second, debates, wanted)
        keys = dict.fromkeys((*wanted.conflicts, *best.missing))
        text, conflicts = marked(best, tuple(keys), first, second, debates, size=marker_size)
    return Merge(text, parse(text, documents[1].path), conflicts)


def _document(version: Document | str) -> Document:
    from argmap.fences.suffixes import is_page

    if not isinstance(version, str):
        check_document(version)
    text = version if isinstance(version, str) else version.text
    path = None if isinstance(version, str) else version.path
    if is_page(path) or (not isinstance(version, str) and version.fence is not None):
        raise ValueError("pages in Markdown are not merged by what they say; merge their lines")
    return parse(text, path)
