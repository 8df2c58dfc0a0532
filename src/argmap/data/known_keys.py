"""Which keys of data have a meaning: for elements, inferences, headings and sources."""

from __future__ import annotations

from enum import Enum

# Keys that are true or false.
FLAGS = frozenset(
    {"isInMap", "isGroup", "isClosed", "isInGroup", "isCanonical", "accepted", "implicit", "several"}
)

# What a claim or piece of evidence says as a formula: the first that is written counts.
FORMULA_KEYS = ("formalization", "formula")
# What letters of formulas mean, in data and frontmatter.
DECLARATIONS = "declarations"

# Fields of a Source by their CSL names in lower case, and the other words that people use for them.
SOURCE_FIELDS = {
    "title": "title",
    "container-title": "container_title",
    "containertitle": "container_title",
    "container": "container_title",
    "publisher": "publisher",
    "issued": "issued",
    "date": "issued",
    "year": "issued",
    "page": "page",
    "pages": "page",
    "url": "url",
    "doi": "doi",
    "accessed": "accessed",
}
# What a message calls them.
SOURCE_NAMES = (
    *("title", "container-title", "publisher", "issued", "date", "year", "page", "pages", "URL", "DOI"),
    "accessed",
)
SOURCE_AUTHORS = ("author", "authors")
# Of a file with the source's text, of findings about it, and of the kind of the source: no more is said of
# it by these.
SOURCE_NOTES = ("file", "allow", "note", "type")

# Variables of the Citation Style Language (CSL 1.0.2) that are often written, and those of several words.
_FREQUENT = (
    *("editor", "translator", "edition", "volume", "issue", "number", "language", "genre", "version"),
    *("keyword", "ISBN", "ISSN", "archive-place", "available-date", "call-number", "chapter-number"),
    *("collection-editor", "collection-number", "collection-title", "container-author"),
    *("container-title-short", "editor-translator", "event-date", "event-place", "event-title"),
    *("number-of-pages", "number-of-volumes", "original-author", "original-date", "original-publisher"),
    *("original-publisher-place", "original-title", "page-first", "part-number", "part-title"),
    *("publisher-place", "reviewed-author", "reviewed-title", "title-short", "translated-title"),
    *("volume-title",),
)
# All others, and names of other formats.
_RARE = (
    *("abstract", "annote", "archive", "archive_collection", "archive_location", "authority"),
    *("categories", "chair", "citation-key", "citation-label", "citation-number", "compiler", "composer"),
    *("contributor", "curator", "custom", "dimensions", "director", "division", "editorial-director"),
    *("event", "executive-producer", "first-reference-note-number", "guest", "host", "id"),
    *("illustrator", "interviewer", "ISAN", "ISCI", "ISMN", "ISRC", "ISWC", "journalAbbreviation"),
    *("jurisdiction", "license", "medium", "narrator", "organizer", "part", "performer", "PMCID", "PMID"),
    *("printing", "printing-number", "producer", "recipient", "references", "reviewed-genre", "scale"),
    *("script-writer", "section", "series-creator", "shortTitle", "status", "submitted", "supplement"),
    *("supplement-number", "translated-title-short", "year-suffix"),
)
# Words that look like keys and are none: an author who writes them means them.
_OTHER_WORDS = (
    *("colon", "contained", "contains", "data", "dated", "editions", "filed", "film", "fine", "fire", "five"),
    *("form", "forms", "formal", "format", "formats", "formulae", "formulas", "formulation"),
    *(
        "gene",
        "issues",
        "keywords",
        "kid",
        "kin",
        "king",
        "node",
        "none",
        "noted",
        "notes",
        "numbers",
    ),
    *("pace", "publish", "published", "qualified", "qualities", "quantifier", "questions", "quota"),
    *("quoted", "rang", "rant", "readability", "rules", "sourced", "strengths", "tile", "titled"),
    *("translated", "translation", "typed", "types", "used", "user", "users", "versions", "volumes"),
    *("warranty", "years"),
)


class DataOf(Enum):
    """What data belong to: an element, an inference, its conclusion, a heading or a source."""

    ELEMENT = "element"
    INFERENCE = "inference"
    CONCLUSION = "conclusion"
    HEADING = "heading"
    SOURCE = "source"


# What names the premises of an inference, in its data or in those of its conclusion; the first counts first.
PREMISE_KEYS = ("uses", "from")
KEYS: dict[DataOf, tuple[str, ...]] = {
    DataOf.ELEMENT: (
        *("source", "kind", "quote", "locator", "reliability", "allow", "question", "accepted", "implicit"),
        *("expect", "strength", "relation", "speaker", "several", "standard"),
        *(*FORMULA_KEYS, DECLARATIONS),
        *("isInMap", "isInGroup", "isCanonical", "color", "images", "rank"),
    ),
    DataOf.INFERENCE: (
        *(
            *PREMISE_KEYS,
            "scheme",
            "warrant",
            "qualifier",
            "strength",
            "roles",
            "answers",
            "allow",
            "expect",
            DECLARATIONS,
        ),
    ),
    DataOf.CONCLUSION: PREMISE_KEYS,
    DataOf.HEADING: ("color", "isGroup", "isClosed"),
    DataOf.SOURCE: (*SOURCE_NAMES, *SOURCE_AUTHORS, *SOURCE_NOTES, *_FREQUENT),
}
# Sources have their keys in upper or lower case.
_OF_SOURCES = frozenset(key.casefold() for key in (*KEYS[DataOf.SOURCE], *SOURCE_FIELDS, *_RARE))
_KNOWN = frozenset(key for keys in KEYS.values() for key in keys).union(_OF_SOURCES, _OTHER_WORDS)


def is_known_key(key: str, of: DataOf) -> bool:
    """Return whether a key of data has a meaning somewhere, or is a word that merely looks like one.

    >>> is_known_key("isGroup", DataOf.ELEMENT), is_known_key("knd", DataOf.ELEMENT)
    (True, False)
    """
    return key in _KNOWN or (of is DataOf.SOURCE and key.casefold() in _OF_SOURCES)
