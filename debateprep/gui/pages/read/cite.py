"""What is known about a source, edited in place: names and dates as people write them."""

import datetime as dt
import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from debateprep.domain.article import Name, PartialDate
from debateprep.domain.model import Source
from debateprep.gui.widgets.line_field import LineField
from debateprep.gui.widgets.parts import CardFrame, FlatButton, Words

_MONTHS = {PartialDate(1, month).words.split()[0].casefold(): month for month in range(1, 13)}
_NUMBERS = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})\.?\s+)?([^\W\d]{3,})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})")


def names_words(names: tuple[Name, ...]) -> str:
    """Return names as the form shows them: semicolons between, bodies in quotation marks."""
    return "; ".join(f'"{name.literal}"' if name.literal else name.full for name in names)


def read_names(words: str, before: tuple[Name, ...] = ()) -> tuple[Name, ...]:
    """Return the names people wrote; a name left as it was stays exactly that."""
    known = {names_words((name,)): name for name in before}
    found = []
    for each in words.split(";"):
        written = " ".join(each.split())
        if written:
            found.append(known.get(written) or _name(written))
    return tuple(found)


def _name(words: str) -> Name:
    if words[0] in '"“' and words[-1] in '"”' and len(words) > 2:
        return Name(literal=words[1:-1].strip())
    if "," in words:
        family, _, given = words.partition(",")
        return Name(family=family.strip(), given=given.strip())
    given, _, family = words.rpartition(" ")
    return Name(family=family, given=given)


def read_date(words: str) -> PartialDate | None:
    """Return the date people wrote, None for no words; raise ValueError when it is none."""
    words = " ".join(words.split())
    if not words:
        return None
    if match := _NUMBERS.fullmatch(words):
        year, month, day = (int(part) if part else None for part in match.groups())
    elif match := _MONTH_FIRST.fullmatch(words):
        month, day, year = _month(match[1]), int(match[2]), int(match[3])
    elif match := _DAY_FIRST.fullmatch(words):
        month, day, year = _month(match[2]), int(match[1]) if match[1] else None, int(match[3])
    else:
        raise ValueError(words)
    dt.date(year or 0, month or 1, day or 1)
    return PartialDate(year or 0, month, day)


def _month(words: str) -> int:
    wanted = words.casefold()
    for name, number in _MONTHS.items():
        if name.startswith(wanted):
            return number
    raise ValueError(words)


FIELDS = ("title", "authors", "qualifications", "publication", "publisher", "issued", "accessed", "url", "pages")
_DATES = ("issued", "accessed")
_PLACES = {
    "title": (0, 0, 3),
    "authors": (1, 0, 3),
    "qualifications": (2, 0, 3),
    "publication": (3, 0, 1),
    "publisher": (3, 2, 1),
    "issued": (4, 0, 1),
    "accessed": (4, 2, 1),
    "url": (5, 0, 1),
    "pages": (5, 2, 1),
}
"""Row and column of each field's label, and how many columns the field takes."""


def field_words(source: Source, field: str) -> str:
    """Return a field as the form shows it."""
    if field == "authors":
        return names_words(source.authors)
    if field in _DATES:
        date: PartialDate | None = getattr(source, field)
        return date.words if date else ""
    return str(getattr(source, field))


class CiteForm(CardFrame):
    """The cite's fields; `done` carries what was changed (perhaps nothing), `abandoned` that all stays."""

    done = Signal(object)
    abandoned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = Source()
        self.setAccessibleName(self.tr("Cite"))
        labels = {
            "title": (self.tr("Title"), ""),
            "authors": (self.tr("Authors"), self.tr('Given Family; "A body in quotation marks"')),
            "qualifications": (self.tr("Who they are"), self.tr("why they are worth quoting")),
            "publication": (self.tr("Published in"), ""),
            "publisher": (self.tr("Publisher"), ""),
            "issued": (self.tr("Date"), self.tr("2024, March 2024 or 2024-03-07")),
            "accessed": (self.tr("Read on"), self.tr("the day you read it")),
            "url": (self.tr("Address"), "https://…"),
            "pages": (self.tr("Pages"), "12–15"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setVerticalSpacing(5)
        self.fields: dict[str, QLineEdit] = {}
        for name in FIELDS:
            label, hint = labels[name]
            row, column, wide = _PLACES[name]
            line = LineField()
            line.setAccessibleName(label)
            line.setPlaceholderText(hint)
            line.returnPressed.connect(self.commit)
            words = Words(label, "mute", 8.5, wrap=False)
            words.setBuddy(line)
            grid.addWidget(words, row, column)
            grid.addWidget(line, row, column + 1, 1, wide)
            self.fields[name] = line
        self._fault = Words("", "danger", 8.5)
        self._fault.hide()
        save, leave = FlatButton(self.tr("Save cite"), "primary"), FlatButton(self.tr("Cancel"))
        save.clicked.connect(self.commit)
        leave.clicked.connect(self.abandoned)
        buttons = QHBoxLayout()
        buttons.addWidget(self._fault, 1)
        buttons.addStretch()
        buttons.addWidget(leave)
        buttons.addWidget(save)
        grid.addLayout(buttons, len(_PLACES), 0, 1, 4)
        self.setTabOrder(self.fields["pages"], leave)
        self.setTabOrder(leave, save)

    def open_for(self, source: Source, field: str) -> None:
        """Show a source's fields and put the caret into one of them."""
        self._source = source
        for name, line in self.fields.items():
            line.setText(field_words(source, name))
            line.setCursorPosition(0)
        self._say("")
        self.show()
        self.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields[field].selectAll()

    def commit(self) -> None:
        """Hand over what was changed, or say what cannot be read."""
        changed: dict[str, object] = {}
        for name, line in self.fields.items():
            written = line.text().strip()
            if written == field_words(self._source, name):
                continue
            if name in _DATES:
                try:
                    changed[name] = read_date(written)
                except ValueError:
                    self._say(self.tr("Write the date as 2024-03-07, 7 March 2024, March 2024 or 2024."))
                    line.setFocus()
                    return
            elif name == "authors":
                changed[name] = read_names(written, self._source.authors)
            else:
                changed[name] = written
        if changed.get("title") == "":
            self._say(self.tr("A source needs a title, to be found again."))
            self.fields["title"].setFocus()
            return
        self.done.emit(changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.abandoned.emit()
            return
        super().keyPressEvent(event)

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setVisible(bool(words))


def byline(source: Source) -> str:
    """Return who wrote a source, where and when, as far as it is known."""
    authors = ", ".join(name.full for name in source.authors)
    date = source.issued.words if source.issued else ""
    return " · ".join(part for part in (authors, source.qualifications, source.publication, date) if part)
