"""What the file of a choice's pages is called, and of which kind it is."""

from debateprep.gui.pages.export.choice import Choice
from debateprep.gui.pages.export.shelf import Drawn, formats_of
from debateprep.services import export, maps


def kind_of(choice: Choice) -> str:
    """Return the kind of a choice's file, as a file dialog lists it."""
    return f"{formats_of(choice.layout)[choice.saved_as][1]} (*.{choice.saved_as})"


def file_name(topic: str, choice: Choice, brief: str = "") -> str:
    """Return the name to offer for the file of a choice; `brief` is the title of a further brief that is printed."""
    if isinstance(choice.layout, Drawn):
        return maps.file_name(topic, choice.saved_as)
    side, ending = choice.printed_side, choice.saved_as
    return export.file_name(topic, choice.layout, side, choice.options(), ending, brief=brief)
