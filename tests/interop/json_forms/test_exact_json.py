"""Values as JSON that gives the same values again."""

import pytest

from argmap.interop.json_forms.exact_json import decode, encode
from argmap.model.reference import ClaimRef, EvidenceRef, InferenceRef, Ref

REFERENCES = (ClaimRef("Sun"), EvidenceRef("Survey"), InferenceRef("Proof", 1))


@pytest.mark.parametrize("ref", REFERENCES, ids=str)
def test_references_are_read_as_they_were_written(ref: Ref) -> None:
    assert decode(encode(ref)) == ref


def test_a_reference_of_another_kind_than_its_class_is_refused() -> None:
    with pytest.raises(ValueError, match="ClaimRef"):
        decode({"$ClaimRef": {"title": "Sun", "kind": "evidence"}})
