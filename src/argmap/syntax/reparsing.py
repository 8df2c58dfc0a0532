"""The tree of a text that differs a little from one that was parsed: blocks that did not change are kept."""

from __future__ import annotations

from argmap.named_tuples import NamedTuple
from argmap.syntax.document import BlockCutter, working_text
from argmap.syntax.fences import fences_of
from argmap.syntax.tree import Block, Tree

_OF_FRONTMATTER = frozenset({"S110", "S114"})


class Change(NamedTuple):
    """Where two trees differ: the first `before` blocks are the same, the last `behind` ones only moved.

    `start` is where the first block that changed begins, `end` where in the earlier text the first one
    begins that only moved, and `shift` by how much.
    """

    before: int
    behind: int
    start: int
    end: int
    shift: int


def parse_again(text: str, earlier: str, tree: Tree) -> tuple[Tree, Change] | None:
    """Return the tree of a text, with the blocks of an earlier text's tree that did not change.

    None if nothing can be kept: in a text with includes or fences, or where the very beginning changed.
    """
    blocks = tree.blocks
    text, earlier = working_text(text), working_text(earlier)
    same = common_prefix(text, earlier)
    if not blocks or len(blocks) < len(tree.parts) or blocks[0].start >= same:
        return None
    first = _first_changed(blocks, same)
    if _may_read_otherwise(text, tree, first):
        return None
    start = blocks[first].start
    shift = len(text) - len(earlier)
    cutter = BlockCutter(text)
    cutter.reach = max((block.start + block.reach for block in blocks[:first]), default=0)
    moved = _moved(blocks, first, len(earlier) - common_suffix(text, earlier, same))
    stop = cutter.blocks_until(start, {blocks[one].start + shift: one for one in moved})
    if cutter.comment_finder.problems:
        return None
    end = stop - shift
    kept = next((one for one in moved if blocks[one].start == end), len(blocks))
    behind = blocks[kept:]
    if shift:
        behind = tuple(block._replace(start=block.start + shift) for block in behind)
    comments = (
        *(comment for comment in tree.comments if comment[0] < start),
        *cutter.comments,
        *((comment[0] + shift, comment[1] + shift) for comment in tree.comments if comment[0] >= end),
    )
    made = Tree((*blocks[:first], *cutter.parts, *behind), tree.frontmatter, comments, tree.problems)
    return made, Change(first, len(behind), start, end, shift)


def _may_read_otherwise(text: str, tree: Tree, first: int) -> bool:
    """Return whether blocks before the first that changed may not be what they were."""
    if any(problem.code not in _OF_FRONTMATTER for problem in tree.problems) or fences_of(text):
        # What is not closed, a frontmatter, fence or comment, may be closed now.
        return True
    if tree.frontmatter or (first and not tree.blocks[0].text.lstrip(" \t").startswith(("===", "---"))):
        return False
    beginning = BlockCutter(text)
    return beginning.frontmatter() != (0, None) or bool(beginning.problems)


def _first_changed(blocks: tuple[Block, ...], same: int) -> int:
    """Return the first block that the change may bear on; the one before it ends in what is the same."""
    first = 0
    for number, block in enumerate(blocks):
        if block.start >= same:
            break
        first = number
        if block.start + block.reach > same:
            break
    return first


def _moved(blocks: tuple[Block, ...], first: int, same_from: int) -> list[int]:
    """Return the blocks behind the change which depend on nothing before them."""
    reach = 0
    found: list[int] = []
    for number in range(first, len(blocks)):
        block = blocks[number]
        if block.start >= same_from and reach <= block.start:
            found.append(number)
        reach = max(reach, block.start + block.reach)
    return found


def common_prefix(text: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    low, high = 0, min(len(text), len(other))
    while low < high:
        # Slices are compared at the speed of memory.
        middle = (low + high + 1) // 2
        if text[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(text: str, other: str, prefix: int) -> int:
    """Return how many characters two texts have in common at their end, behind a common prefix."""
    low, high = 0, min(len(text), len(other)) - prefix
    while low < high:
        middle = (low + high + 1) // 2
        if text[len(text) - middle : len(text) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
