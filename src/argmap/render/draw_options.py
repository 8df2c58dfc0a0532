"""What can be asked of a drawing: every option once, with its default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, signature
from os import PathLike
from typing import TYPE_CHECKING, Any, Concatenate, Literal, ParamSpec, TypeVar

from attrs import evolve, field, fields, frozen

from argmap.data.values import check_count
from argmap.equality import equality, value_hash
from argmap.maps.focus import DIRECTIONS
from argmap.model import Named
from argmap.render.styles.theme import Theme
from argmap.representation import representation
from argmap.settings import Settings
from argmap.settings.tables import DETAILS, FITS, LAYOUTS, ORDERS
from argmap.text.given_text import given_path
from argmap.text.given_values import check_number, check_switches, check_words
from argmap.text.nearest import check_choice

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation

ParametersT = ParamSpec("ParametersT")
ThingT = TypeVar("ThingT")
ResultT = TypeVar("ResultT")

# Options that pages and cells may set as text: the rest would run programs or read files.
_OF_PAGES = {"of_pages": True}
# Options that say what of a debate is shown: a map has been built already.
_OF_DEBATES = {"of_debates": True}
_CHOICES = {"detail": DETAILS, "layout": LAYOUTS, "fit": FITS, "order": ORDERS}
_KINDS: Mapping[str, Literal["switch", "number", "word"]] = {"bool": "switch", "int": "number"}


@frozen
class DrawOptions:
    """How a debate or a map is drawn: an option is a field here and an option of `argmap render`.

    `theme` is the name of a theme, the path of a TOML file, or a Theme; `engine` is `auto`, `embedded`,
    `system` or the path of an executable; `settings` override those of the document. `detail`, `focus`,
    `radius`, `direction`, `questions` and `verdicts` say what of the debate is shown, as in `argmap.draw`.
    `legend` adds below the map what its parts mean, `title` and `subtitle` are above it and the former names
    it for those who cannot see it, and images in nodes are read from `folder`. `timeout` is in seconds.
    `layout` is `auto`, `tree` or `layered`, `fit` is the frame in which the text of trees is to be large:
    `column`, `page`, `slide` or `none`, `order` that of siblings in them: `kind` or `text`; with None the
    settings decide.

    >>> DrawOptions("dark", legend=True).radius
    2
    """

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    theme: str | PathLike[str] | Theme = "default"
    engine: str = "auto"
    settings: Mapping[str, object] | Settings | None = None
    detail: str | None = field(default=None, kw_only=True, metadata=_OF_PAGES | _OF_DEBATES)
    legend: bool = field(default=False, kw_only=True, metadata=_OF_PAGES)
    focus: Named | None = field(default=None, kw_only=True, metadata=_OF_PAGES | _OF_DEBATES)
    radius: int = field(default=2, kw_only=True, metadata=_OF_PAGES | _OF_DEBATES)
    direction: str = field(default="all", kw_only=True, metadata=_OF_PAGES | _OF_DEBATES)
    timeout: float = field(default=60, kw_only=True)
    questions: bool = field(default=False, kw_only=True, metadata=_OF_PAGES | _OF_DEBATES)
    verdicts: bool | str | Evaluation | None = field(
        default=None, kw_only=True, metadata=_OF_PAGES | _OF_DEBATES
    )
    title: str | None = field(default=None, kw_only=True)
    subtitle: str | None = field(default=None, kw_only=True)
    folder: str | PathLike[str] | None = field(default=None, kw_only=True)
    layout: str | None = field(default=None, kw_only=True, metadata=_OF_PAGES)
    fit: str | None = field(default=None, kw_only=True, metadata=_OF_PAGES)
    order: str | None = field(default=None, kw_only=True, metadata=_OF_PAGES)

    def __attrs_post_init__(self) -> None:
        check_words("engine", self.engine)
        check_number("timeout", self.timeout, least=0)
        check_count("radius", self.radius, least=0)
        check_switches(legend=self.legend, questions=self.questions)
        check_choice("direction", self.direction, DIRECTIONS)
        for name, choices in _CHOICES.items():
            if getattr(self, name) is not None:
                check_choice(name, getattr(self, name), choices)
        for name in ("title", "subtitle"):
            if getattr(self, name) is not None:
                check_words(name, getattr(self, name))
        if self.folder is not None:
            given_path(self.folder)


def page_options() -> dict[str, Literal["switch", "number", "word"]]:
    """Return the options that a page or a cell may set, and what their values are there.

    >>> page_options()["legend"], page_options()["radius"], page_options()["focus"]
    ('switch', 'number', 'word')
    """
    return {
        option.name: _KINDS.get(str(option.type), "word")
        for option in fields(DrawOptions)
        if "of_pages" in option.metadata
    }


def late_options(options: DrawOptions) -> tuple[str, ...]:
    """Return the options, by name, that ask for what must be known when a map is built.

    >>> late_options(DrawOptions("dark", focus="[Sun]", legend=True))
    ('focus',)
    """
    return tuple(
        option.name
        for option in fields(DrawOptions)
        if "of_debates" in option.metadata and getattr(options, option.name) != option.default
    )


def layout_settings(options: DrawOptions) -> dict[str, str]:
    """Return the options that are settings of a map as such, without those that the settings decide.

    >>> layout_settings(DrawOptions("dark", layout="tree"))
    {'layout': 'tree'}
    """
    asked = {name: getattr(options, name) for name in ("layout", "fit", "order")}
    return {name: value for name, value in asked.items() if value is not None}


def of_built_map(options: DrawOptions) -> DrawOptions:
    """Return options without those that have already taken effect when a map is built.

    >>> of_built_map(DrawOptions("dark", focus="[Sun]")) == DrawOptions("dark")
    True
    """
    defaults: dict[str, Any] = {option.name: option.default for option in fields(DrawOptions)}
    return evolve(options, **{name: defaults[name] for name in late_options(options)})


def by_keywords(
    options: Callable[ParametersT, DrawOptions], draw: Callable[[ThingT, DrawOptions], ResultT]
) -> Callable[Concatenate[ThingT, ParametersT], ResultT]:
    """Return a function that takes the fields of DrawOptions as arguments, in their order and by name."""
    thing = next(iter(signature(draw).parameters.values()))
    fields_as_parameters = signature(options).parameters.values()

    @wraps(draw)
    def drawn(thing: ThingT, /, *arguments: ParametersT.args, **named: ParametersT.kwargs) -> ResultT:
        return draw(thing, options(*arguments, **named))

    drawn.__signature__ = signature(draw).replace(  # type: ignore[attr-defined]  # what help() shows
        parameters=[thing.replace(kind=Parameter.POSITIONAL_ONLY), *fields_as_parameters]
    )
    return drawn
