"""What holds in a debate, why, and what would change it; also abstract frameworks on their own."""

from argmap.reasoning.bipolar import reduced
from argmap.reasoning.carneades import carneades_labels
from argmap.reasoning.deadline import NotDecidedError
from argmap.reasoning.debate_framework import framework_names, framework_of, name_of
from argmap.reasoning.explaining.explanation import Explanation, Point
from argmap.reasoning.explaining.point_role import PointRole
from argmap.reasoning.flipping.comparison import Comparison, VerdictChange
from argmap.reasoning.flipping.flips import Flips, FlipSet
from argmap.reasoning.framework import Framework
from argmap.reasoning.gradual import strengths
from argmap.reasoning.label import Label
from argmap.reasoning.theories.stages import TooLargeError
from argmap.reasoning.theories.translation import theory_of
from argmap.reasoning.verdicts.evaluation import Evaluation
from argmap.reasoning.verdicts.verdict import Basis, Verdict

__all__ = [
    "Basis",
    "Comparison",
    "Evaluation",
    "Explanation",
    "FlipSet",
    "Flips",
    "Framework",
    "Label",
    "NotDecidedError",
    "Point",
    "PointRole",
    "TooLargeError",
    "Verdict",
    "VerdictChange",
    "carneades_labels",
    "framework_names",
    "framework_of",
    "name_of",
    "reduced",
    "strengths",
    "theory_of",
]
