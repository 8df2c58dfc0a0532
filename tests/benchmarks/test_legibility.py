"""Maps of real topics can be read in a column of text."""

from pathlib import Path

import pytest

from .legibility import picture_of

ROOT = Path(__file__).parents[2]
DEBATES = sorted((ROOT / "tests" / "benchmarks" / "debates").glob("*.argdown"))
EXAMPLES = [path for path in sorted((ROOT / "examples").glob("*.argdown")) if "large" not in path.stem]


@pytest.mark.parametrize("path", [*DEBATES, *EXAMPLES], ids=lambda path: path.stem)
def test_text_can_be_read_and_lines_pass_through_nothing(path: Path) -> None:
    picture = picture_of(path)
    assert picture.text >= (9 if picture.boxes <= 30 else 7)
    assert picture.through_boxes + picture.through_labels == 0
    assert picture.crossings * 20 <= picture.lines + picture.stubs
