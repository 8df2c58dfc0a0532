"""Sources as a bibliography in BibTeX."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator

from argmap.model import Source

# Characters with a meaning in LaTeX, and how to write them there without it.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{one: "\\" + one for one in "&%$#_{}"},
    }
)
_TYPES = frozenset(
    (
        *("article", "book", "booklet", "inbook", "incollection", "inproceedings", "manual", "mastersthesis"),
        *("misc", "phdthesis", "proceedings", "techreport", "unpublished", "online", "report", "thesis"),
        *("patent", "dataset", "collection"),
    )
)
_CSL_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "webpage": "online",
    "thesis": "phdthesis",
}
# Names of people rarely have more words than this; those of institutions often do.
_MOST_WORDS = 3
_LEFT_OUT = frozenset({"type", "id", "allow", "citation-key", "editor"})


def dumps(sources: Iterable[Source]) -> str:
    """Return sources as a bibliography in BibTeX, with the date fields of BibLaTeX.

    A source keeps its key; one without gets a key from its first author or title, and its year.

    >>> print(dumps([Source(title="On Liberty", authors=("J. S. Mill",), issued="1859")]), end="")
    @book{mill1859,
      author = {J. S. Mill},
      title = {On Liberty},
      date = {1859},
    }
    """
    taken: set[str] = set()
    return "\n".join(_entry(source, _key(source, taken)) for source in sources)


def _entry(source: Source, key: str) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(source)]
    return "\n".join((f"@{_type(source)}{{{key},", *lines, "}")) + "\n"


def _type(source: Source) -> str:
    said = str(source.fields.get("type") or "").casefold()
    if said in _TYPES:
        return said
    if said in _CSL_TYPES:
        return _CSL_TYPES[said]
    if source.url and not source.container_title:
        return "online"
    return "article" if source.container_title else "book" if source.authors else "misc"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    if source.authors:
        yield "author", " and ".join(_author(name) for name in source.authors)
    container = "journaltitle" if _type(source) in ("article", "online", "misc") else "booktitle"
    said = (
        ("title", source.title),
        (container, source.container_title),
        ("publisher", source.publisher),
        ("date", source.issued),
        ("pages", source.page and source.page.replace("–", "--")),
    )
    for name, text in said:
        if text:
            yield name, _escaped(text)
    for name, address in (("doi", source.doi), ("url", source.url), ("urldate", source.accessed)):
        if address:
            yield name, address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    for name, value in source.fields.items():
        known = re.sub(r"[^a-z-]", "", name.casefold())
        if known and known not in _LEFT_OUT and isinstance(value, str | int | float | datetime.date):
            yield known, _escaped(str(value))


def _author(name: str) -> str:
    """Return a name, in braces if it would not be read as a person's first and last name."""
    words = name.split()
    is_short = 0 < len(words) <= _MOST_WORDS
    is_person = is_short and words[-1][0].isupper() and "," not in name and "and" not in words
    return _escaped(name) if is_person else f"{{{_escaped(name)}}}"


def _escaped(text: str) -> str:
    # In one go, so that the result of a replacement is not replaced again.
    return " ".join(text.split()).translate(_ESCAPES)


def _key(source: Source, taken: set[str]) -> str:
    said = source.key
    if said is None:
        year = re.search(r"\d{4}", source.issued or "")
        said = _first_word(source) + (year[0] if year else "")
    plain = re.sub(r"[^\w:./+-]", "", said) or "source"
    key, number = plain, 2
    while key in taken:
        key, number = f"{plain}-{number}", number + 1
    taken.add(key)
    return key


def _first_word(source: Source) -> str:
    words = source.authors[0].split()[-1:] if source.authors else (source.title or "").split()[:1]
    plain = unicodedata.normalize("NFKD", "".join(words)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", plain.casefold())
