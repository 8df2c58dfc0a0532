"""Sets of small numbers as bits of an integer: comparing and intersecting take one step each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

# A mask with more bits than the first, of which more than the second are set, is written out once and
# searched: clearing bit by bit would copy it for each.
_LONG, _MANY = 2_000, 16


def mask_of(numbers: Iterable[int]) -> int:
    """Return the mask that has the bits of some numbers.

    >>> mask_of([0, 3])
    9
    """
    listed = list(numbers)
    # Setting bit by bit would copy the mask for each bit.
    octets = bytearray((max(listed, default=-1) >> 3) + 1)
    for number in listed:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")


def members(mask: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, in order.

    >>> list(members(9))
    [0, 3]
    """
    if mask.bit_length() > _LONG and mask.bit_count() > _MANY:
        digits = bin(mask)[:1:-1]
        place = digits.find("1")
        while place >= 0:
            yield place
            place = digits.find("1", place + 1)
        return
    while mask:
        bit = mask & -mask
        yield bit.bit_length() - 1
        mask ^= bit
