"""Words for the parts of drawings."""

from argmap.maps import ArgumentMap
from argmap.render.engines.part_words import map_summary, part_descriptions


def test_nodes_are_described_by_all_that_they_say(small_map: ArgumentMap) -> None:
    assert part_descriptions(small_map) == {
        "n0": "Claim. It rains",
        "n1": "Argument. Clouds are dark",
        "n2": "Evidence. A photograph. Source: Album, 1999",
    }


def test_a_map_is_summed_up(small_map: ArgumentMap) -> None:
    said = "Argument map with 1 claim, 1 piece of evidence, 1 argument, 2 relations, 1 section."
    assert map_summary(small_map) == said
