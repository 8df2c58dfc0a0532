"""Every setting once: its name, type, default, and what is wrong with a value."""

from argmap.settings.settings import Settings

__all__ = ["Settings"]
