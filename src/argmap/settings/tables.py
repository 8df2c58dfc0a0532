"""The tables of settings, each for one part of the work."""

from __future__ import annotations

from attrs import frozen

from argmap.data.values import NO_DATA, Data
from argmap.equality import equality, value_hash
from argmap.representation import representation
from argmap.settings.color_readers import color, colors_from, colors_of_tags, scheme_or_colors
from argmap.settings.composed_readers import list_of, mapping_of, table, text_or
from argmap.settings.readers import (
    anything,
    codes,
    flag,
    names,
    one_of,
    own_code,
    selector,
    setting,
    severities,
    share,
    size,
    text,
    texts,
    whole_number,
)


@frozen(kw_only=True)
class DataSettings:
    """How data and frontmatter are read."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    front_matter_settings_mode: str = setting("priority", one_of("priority", "default", "ignore"))
    switch_to_block_format_if_multiline: bool = setting(True, flag)


@frozen(kw_only=True)
class ModelSettings:
    """How a debate is made from what is written."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    mode: str = setting("loose", one_of("loose", "strict"))
    remove_tags_from_text: bool = setting(False, flag)
    transform_argument_relations: bool = setting(True, flag)
    explode_arguments: bool = setting(False, flag)
    shortcodes: Data = setting(NO_DATA, mapping_of(table(unicode=anything)))


SELECTION_MODES = (
    "all",
    "with-title",
    "top-level",
    "with-relations",
    "not-used-in-argument",
    "with-more-than-one-relation",
)
DETAILS = ("auto", "title", "text", "full")
EVIDENCE_MODES = ("auto", "inside", "node")
LAYOUTS = ("auto", "tree", "layered")
FITS = ("column", "page", "slide", "none")
ORDERS = ("kind", "text")
LABEL_MODES = ("hide-untitled", "title", "text", "none")


@frozen(kw_only=True)
class SelectionSettings:
    """What of a debate is shown in its map."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    statement_selection_mode: str = setting("with-title", one_of(*SELECTION_MODES))
    exclude_disconnected: bool = setting(True, flag)
    ignore_is_in_map: bool = setting(False, flag)
    select_elements_without_section: bool = setting(False, flag)
    select_elements_without_tag: bool = setting(False, flag)
    selected_sections: tuple[str, ...] | None = setting(None, names)
    selected_tags: tuple[str, ...] | None = setting(None, names)
    selected_speakers: tuple[str, ...] | None = setting(None, names)
    select_elements_without_speaker: bool = setting(False, flag)
    implicit: str = setting("show", one_of("show", "hide", "only"))
    exclude_statements: tuple[str, ...] = setting((), names)
    exclude_arguments: tuple[str, ...] = setting((), names)
    include_statements: tuple[str, ...] = setting((), names)
    select: str | None = setting(None, selector)


@frozen(kw_only=True)
class MapSettings:
    """What the nodes of a map say."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    statement_label_mode: str = setting("hide-untitled", one_of(*LABEL_MODES))
    argument_label_mode: str = setting("hide-untitled", one_of(*LABEL_MODES))
    add_tags: bool = setting(True, flag)
    detail: str = setting("auto", one_of(*DETAILS))
    evidence: str = setting("auto", one_of(*EVIDENCE_MODES))
    title: str = setting("show", one_of("show", "hide"))
    notes: tuple[str, ...] = setting((), texts)
    layout: str = setting("auto", one_of(*LAYOUTS))
    fit: str = setting("column", one_of(*FITS))
    order: str = setting("kind", one_of(*ORDERS))
    stubs: str = setting("auto", one_of("auto", "never"))
    formulas: str = setting("show", one_of("show", "hide", "only"))


_NEW_GROUP = table(
    title=anything,
    tags=names,
    isClosed=flag,
    isGroup=flag,
    statements=names,
    arguments=names,
    nested="children",
)


@frozen(kw_only=True)
class GroupSettings:
    """Which sections become boxes."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    group_depth: int = setting(2, whole_number)
    sections: Data = setting(NO_DATA, mapping_of(table(isGroup=flag, isClosed=flag)))
    regroup: tuple[Data, ...] = setting((), list_of(_NEW_GROUP))
    ignore_is_group: bool = setting(False, flag)
    ignore_is_closed: bool = setting(False, flag)


_RELATIONS = ("support", "attack", "undercut", "entails", "contrary", "contradictory")
_GROUP_SCHEME = ("#DADADA", "#BABABA", "#AAAAAA")


@frozen(kw_only=True)
class ColorSettings:
    """Which colours the elements of a map get."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    color_scheme: str | tuple[str, ...] = setting("default", scheme_or_colors())
    group_color_scheme: str | tuple[str, ...] = setting(_GROUP_SCHEME, scheme_or_colors())
    colorize_by_tag: bool = setting(True, flag)
    colorize_groups_by_tag: bool = setting(False, flag)
    ignore_color_data: bool = setting(False, flag)
    tag_colors: Data = setting(NO_DATA, colors_of_tags())
    statement_colors: Data = setting(NO_DATA, colors_from("colorScheme", "default"))
    argument_colors: Data = setting(NO_DATA, colors_from("colorScheme", "default"))
    group_colors: Data = setting(NO_DATA, colors_from("groupColorScheme", _GROUP_SCHEME))
    relation_colors: Data = setting(NO_DATA, colors_from("colorScheme", "default", keys=_RELATIONS))
    statement_font_color: str = setting("#000000", color())
    argument_font_color: str = setting("#000000", color())
    group_font_color: str = setting("#000000", color())


_IMAGE_FILE = table(path=anything, width=anything, height=anything, dataUrl=anything)


@frozen(kw_only=True)
class ImagesSettings:
    """Which pictures nodes show, besides those that their data name."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    use_data: bool = setting(True, flag)
    use_tags: bool = setting(True, flag)
    convert_to_data_urls: bool = setting(False, flag)
    files: Data = setting(NO_DATA, mapping_of(text_or(_IMAGE_FILE)))


@frozen(kw_only=True)
class JsonSettings:
    """What the export as Argdown JSON holds."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    spaces: int = setting(2, whole_number)
    remove_embedded_relations: bool = setting(False, flag)
    export_map: bool = setting(True, flag)
    export_sections: bool = setting(True, flag)
    export_tags: bool = setting(True, flag)
    export_data: bool = setting(True, flag)


_OWN_RULES = list_of(
    table(select=selector, code=own_code, severity=one_of("error", "warning", "info"), message=text)
)


@frozen(kw_only=True)
class CheckSettings:
    """Which findings are left out, how severe others are, by their codes, and an author's own rules."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    allow: tuple[str, ...] = setting((), codes)
    severity: Data = setting(NO_DATA, severities)
    rules: tuple[Data, ...] = setting((), _OWN_RULES)


SEMANTICS = (
    *("grounded", "complete", "preferred", "stable", "semi-stable", "ideal", "eager"),
    *("df-quad", "quadratic-energy", "euler", "mlp", "h-categoriser", "credence"),
)
PRESUMPTIONS = ("leaves", "evidence", "none")
STEPS = ("asserted", "logic")
REBUTTALS = ("symmetric", "attack")
READINGS = ("structured", "attacks", "deductive", "necessary", "defeats")
STANDARDS = (
    *("dialectical-validity", "scintilla", "preponderance", "clear-and-convincing"),
    "beyond-reasonable-doubt",
)


@frozen(kw_only=True)
class ReasoningSettings:
    """How a debate is evaluated: what counts as decided, and who has the burden."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    semantics: str = setting("grounded", one_of(*SEMANTICS))
    presumption: str = setting("leaves", one_of(*PRESUMPTIONS))
    rebuttal: str = setting("symmetric", one_of(*REBUTTALS))
    reading: str = setting("structured", one_of(*READINGS))
    standard: str = setting("dialectical-validity", one_of(*STANDARDS))
    base: float = setting(0.5, share)
    steps: str = setting("asserted", one_of(*STEPS))
    timeout: float = setting(10.0, size)
