"""Selectors: a small language for choosing parts of a debate, in the signs of the markup."""

from argmap.selectors.expression import Selector
from argmap.selectors.matching import Matcher
from argmap.selectors.selector_error import SelectorError
from argmap.selectors.selector_grammar import parse_selector
from argmap.selectors.surroundings import Surroundings
from argmap.selectors.things import ThingRef

__all__ = ["Matcher", "Selector", "SelectorError", "Surroundings", "ThingRef", "parse_selector"]
