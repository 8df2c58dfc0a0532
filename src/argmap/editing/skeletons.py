"""Arguments to be filled in: a scheme with the roles of its premises and its conclusion."""

from __future__ import annotations

from argmap.data import Data, FrozenDict, Value
from argmap.data.yaml_writer import flow_yaml
from argmap.editing.names.name_index import NameIndex
from argmap.editing.new_titles import check_free, titled
from argmap.editing.rereading import by_order, debate_after, sayings
from argmap.editing.stated_lines import newline_of
from argmap.formatting.formatter import formatted
from argmap.model import ArgumentRef, NotInDebateError, SchemeEntry, scheme_catalogue
from argmap.model.schemes.scheme_names import known_scheme
from argmap.syntax.inline import InlineReader
from argmap.text import Edit, Span
from argmap.text.given_values import check_words
from argmap.text.nearest import nearest
from argmap.writing.escaping import markup_of


def skeleton(scheme: str | SchemeEntry, title: str | None = None) -> str:
    """Return the text of an argument of a scheme; premises and conclusion say what belongs in their place.

    Raises:
        LookupError: there is no such scheme; the message names the nearest.
        ValueError: the title cannot be written.
    """
    entry = scheme if isinstance(scheme, SchemeEntry) else _entry(scheme)
    ref = titled(ArgumentRef(""), entry.title if title is None else title)
    reader = InlineReader()
    steps = [premise.text for premise in entry.premises]
    written = [markup_of(text, (), reader, begins_line=True) for text in (*steps, entry.conclusion)]
    roles: Data = FrozenDict({premise.name: number for number, premise in enumerate(entry.premises, 1)})
    said: dict[str, Value] = {"scheme": entry.name, "roles": roles}
    lines = [f"({number}) {text}" for number, text in enumerate(written, 1)]
    lines.insert(-1, f"-- {flow_yaml(FrozenDict(said))} --")
    return formatted(f"{ref}\n\n" + "\n".join(lines) + "\n")


def _entry(name: str) -> SchemeEntry:
    check_words("the name of a scheme", name)
    catalogue = scheme_catalogue()
    scheme = known_scheme(name)
    if scheme is None:
        near = nearest(name.replace(" ", "_"), catalogue)
        listed = "" if near else "; `argmap new --list` lists all"
        raise NotInDebateError(f"there is no scheme {name!r}{listed}", near and repr(near))
    return catalogue[scheme.name]


def add_skeleton(names: NameIndex, scheme: str | SchemeEntry, title: str | None = None) -> tuple[Edit, ...]:
    """Return the edits that write an argument of a scheme at the end of a text.

    Raises:
        LookupError: there is no such scheme.
        ValueError: the title is taken, or nothing can be written at the end of this text.
    """
    written = skeleton(scheme, title)
    ref = ArgumentRef(written[1 : written.index(">\n")])
    check_free(names, ref)
    text, newline = names.page.text, newline_of(names.page.text)
    is_ended = not text.strip() or text.endswith(("\n", "\r"))
    gap = ("" if not text.strip() else newline) if is_ended else newline * 2
    edit = Edit(Span(len(text), len(text), names.page.path), gap + written.replace("\n", newline))
    debate, later = names.debate, debate_after(names, [edit])
    before, after = sayings(debate, by_order(debate)), sayings(later, by_order(later))
    is_kept = before.elements.items() <= after.elements.items() and before.relations <= after.relations
    place = ("argument", len(debate.arguments))
    is_titled = after.titles == {**before.titles, place: ref.title}
    if not (is_kept and is_titled and before.rest == after.rest):
        raise ValueError("nothing can be written after this text without changing what it says")
    return names.outer([edit])
