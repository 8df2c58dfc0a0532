"""What holds in a debate, why, and what would change it; and abstract frameworks by themselves."""

from argmap.reasoning.bipolar import reduced
from argmap.reasoning.carneades import carneades_labels
from argmap.reasoning.deadline import NotDecidedError
from argmap.reasoning.framework import Framework
from argmap.reasoning.gradual import strengths
from argmap.reasoning.label import Label

__all__ = ["Framework", "Label", "NotDecidedError", "carneades_labels", "reduced", "strengths"]
