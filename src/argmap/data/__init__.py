"""What data hold: frozen values, and YAML read and written with the places of its keys."""

from argmap.data.frozen_dict import FrozenDict
from argmap.data.values import NO_DATA, Data, Value, freeze

__all__ = ["NO_DATA", "Data", "FrozenDict", "Value", "freeze"]
