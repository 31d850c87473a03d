"""The right of the Cards page: whether a card can be trusted, in plain sentences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from debateprep.domain.integrity import RunKind, Verdict
from debateprep.gui.pages.cards_jobs import Shown, said
from debateprep.gui.widgets.parts import Words, heading
from debateprep.gui.words import term
from debateprep.services.integrity import Trust

_CHANGES = 12


class CheckPane(QScrollArea):
    """Show the verdict on a card, what its tag overclaims, what stands around its words, and its reading time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Check of the card"))
        self._shown: list[tuple[str, str]] | None = None
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(14, 16, 14, 12)
        self._column.setSpacing(6)
        self._column.addWidget(heading(self.tr("CHECK")))
        self._column.addStretch()
        self.setWidget(self._body)

    def show_check(self, shown: Shown, rate: int) -> None:
        """Show what was found, each as a line in a role's colour."""
        rows = _rows(self, shown, rate)
        if rows == self._shown:
            return
        self._shown = rows
        while self._column.count() > 2:
            item = self._column.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, (text, role) in enumerate(rows, start=1):
            label = heading(text) if role == "head" else Words(text, role, 9.5, bold=role == "accent")
            self._column.insertWidget(at, label)

    def said(self) -> list[str]:
        """Return the lines in view."""
        return [text for text, _ in self._shown or ()]


def _rows(pane: QWidget, shown: Shown, rate: int) -> list[tuple[str, str]]:
    trust = shown.trust
    if trust is None:
        return [(pane.tr("Choose a card at the left, or cut one on the Read page."), "mute")]
    rows = [(said(trust.check.verdict), "accent"), (trust.check.sentence, "ink"), *_differences(pane, trust)]
    if trust.overclaims:
        rows.append((pane.tr("THE TAG"), "head"))
        rows += [(f"{term(each.kind.value)}: {each.sentence}", "ink") for each in trust.overclaims]
    if trust.context.notes or trust.before or trust.after:
        rows.append((pane.tr("AROUND THESE WORDS"), "head"))
        rows += [(f"{term(note.kind.value)}: {note.sentence}", "ink") for note in trust.context.notes]
        if trust.before:
            rows.append((pane.tr("Before: “{words}”").format(words=trust.before.strip()), "mute"))
        if trust.after:
            rows.append((pane.tr("After: “{words}”").format(words=trust.after.strip()), "mute"))
    rows.append((pane.tr("READING TIME"), "head"))
    rows.append((pane.tr("{time} at {n} words a minute").format(time=shown.own, n=rate), "ink"))
    rows.append((pane.tr("{time} as Verbatim counts").format(time=shown.verbatim), "mute"))
    return rows


def _differences(pane: QWidget, trust: Trust) -> list[tuple[str, str]]:
    if trust.check.verdict is not Verdict.CHANGED:
        return []
    rows = []
    for run in trust.check.changes[:_CHANGES]:
        there, here = trust.text[run.source_start : run.source_end], trust.card.quote[run.quote_start : run.quote_end]
        words = {
            RunKind.MISSING: pane.tr("Left out: “{there}”"),
            RunKind.ADDED: pane.tr("Added: “{here}”"),
        }.get(run.kind, pane.tr("“{there}” became “{here}”"))
        rows.append((words.format(there=there.strip(), here=here.strip()), "danger"))
    more = len(trust.check.changes) - _CHANGES
    return [*rows, (pane.tr("and {n} more").format(n=more), "mute")] if more > 0 else rows
