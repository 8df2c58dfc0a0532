"""How colours look to people with other eyes, and how different colours are."""

from itertools import starmap

# What is left of linear red, green and blue without one kind of cones: G. M. Machado, M. M. Oliveira and
# L. A. F. Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency,
# IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009; the table for severity 1.0.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "nothing missing": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
# From linear sRGB to CIE XYZ, and the white of D65 (IEC 61966-2-1).
_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE = (0.9505, 1.0, 1.089)


def difference(color: str, other: str, deficiency: str) -> float:
    """Return the CIE 1976 difference of two `#rrggbb` colours for somebody with a deficiency.

    About 2.3 is just noticeable; black and white differ by 100.
    """
    pairs = zip(_lab(color, deficiency), _lab(other, deficiency), strict=True)
    return sum((one - two) ** 2 for one, two in pairs) ** 0.5


def _lab(color: str, deficiency: str) -> tuple[float, float, float]:
    linear = [_linear(int(color[place : place + 2], 16) / 255) for place in (1, 3, 5)]
    seen = [min(1.0, max(0.0, part)) for part in _times(DEFICIENCIES[deficiency], linear)]
    x, y, z = (_root(part / white) for part, white in zip(_times(_XYZ, seen), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
    return [sum(starmap(float.__mul__, zip(map(float, row), vector, strict=True))) for row in matrix]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29
