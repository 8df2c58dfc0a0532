"""Where evidence comes from."""

import pytest

from argmap.model import Source


def test_a_source_reads_as_one_line() -> None:
    source = Source(
        title="On Liberty",
        authors=("J. S. Mill", "H. Taylor"),
        container_title="Works",
        publisher="Parker",
        issued="1859",
        page="12",
    )
    assert source.reference == "J. S. Mill, H. Taylor: On Liberty, Works, Parker, 1859, p. 12"


@pytest.mark.parametrize(
    ("source", "reference"),
    [
        (Source(authors=("Mill",)), "Mill"),
        (Source(title="T"), "T"),
        (Source(url="https://example.org"), "https://example.org"),
        (Source(doi="10.1/x"), "10.1/x"),
        (Source(key="mill"), "mill"),
        (Source(), ""),
    ],
)
def test_a_source_shows_what_it_has(source: Source, reference: str) -> None:
    assert source.reference == reference


@pytest.mark.parametrize(
    ("source", "link"),
    [
        (Source(url="https://example.org"), "https://example.org"),
        (Source(url="https://example.org", doi="10.1/x"), "https://example.org"),
        (Source(doi="10.1/x y"), "https://doi.org/10.1/x%20y"),
        (Source(doi="https://doi.org/10.1/x"), "https://doi.org/10.1/x"),
        (Source(title="T"), None),
    ],
)
def test_a_source_links_to_its_address_or_to_its_doi(source: Source, link: str | None) -> None:
    assert source.link == link
