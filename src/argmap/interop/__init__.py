"""Other formats that hold debates, one module each."""

from argmap.interop.conversion.format_error import FormatError
from argmap.text.names_on_access import names_on_access

# Not from typing, which takes a while to import.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from argmap.interop.annotated_texts import arggraph, brat
    from argmap.interop.assurance_cases import gsn
    from argmap.interop.conversion.conversion_report import Certificate, Direction, Fate, Loss, Report
    from argmap.interop.conversion.conversions import Reading, Writing
    from argmap.interop.conversion.converting import read, write
    from argmap.interop.conversion.known_formats import READERS, WRITERS
    from argmap.interop.conversion.recognition import recognise
    from argmap.interop.scheme_graphs.dialogues.forces import commitments
    from argmap.interop.workbooks import xlsx
    from argmap.model.sameness.same import differences, same

__all__ = [
    "READERS",
    "WRITERS",
    "Certificate",
    "Direction",
    "Fate",
    "FormatError",
    "Loss",
    "Reading",
    "Report",
    "Writing",
    "arggraph",
    "brat",
    "commitments",
    "differences",
    "gsn",
    "read",
    "recognise",
    "same",
    "write",
    "xlsx",
]

__getattr__ = names_on_access(
    __name__,
    {
        "argmap.interop.annotated_texts": ("arggraph", "brat"),
        "argmap.interop.assurance_cases": ("gsn",),
        "argmap.interop.conversion.conversion_report": ("Certificate", "Direction", "Fate", "Loss", "Report"),
        "argmap.interop.conversion.conversions": ("Reading", "Writing"),
        "argmap.interop.conversion.converting": ("read", "write"),
        "argmap.interop.conversion.known_formats": ("READERS", "WRITERS"),
        "argmap.interop.conversion.recognition": ("recognise",),
        "argmap.interop.scheme_graphs.dialogues.forces": ("commitments",),
        "argmap.interop.workbooks": ("xlsx",),
        "argmap.model.sameness.same": ("differences", "same"),
    },
)
