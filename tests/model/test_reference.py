"""How things name each other."""

import copy
import pickle

import pytest

from argmap.model import ArgumentRef, ClaimRef, EvidenceRef, InferenceRef

REFS = [ClaimRef("A"), EvidenceRef("A"), ArgumentRef("A"), InferenceRef("A", 0)]


def test_references_of_different_kinds_differ() -> None:
    assert len(set(REFS)) == 4


@pytest.mark.parametrize("ref", REFS, ids=repr)
def test_references_equal_their_pickles_and_copies(ref: object) -> None:
    assert {ref, pickle.loads(pickle.dumps(ref)), copy.deepcopy(ref)} == {ref}


def test_references_are_equal_if_they_name_the_same() -> None:
    assert (ClaimRef("A") == ClaimRef("A"), ClaimRef("A") == ClaimRef("a")) == (True, False)


def test_inferences_of_an_argument_differ_by_their_place() -> None:
    assert InferenceRef("A", 0) != InferenceRef("A", 1)
