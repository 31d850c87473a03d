"""The right of the Cards page: whether a card can be trusted, in plain sentences."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from debateprep.domain.integrity import Run, RunKind
from debateprep.domain.terms import Verdict
from debateprep.gui.pages.cards.state import Shown
from debateprep.gui.theme import look, sans
from debateprep.gui.verdicts import verdict_words
from debateprep.gui.widgets.parts import FlatButton, Words, heading
from debateprep.gui.words import term
from debateprep.services.integrity import Trust

_CHANGES = 12
_AROUND = 60
_CLOSE = ",.;:!?)]”’"
_ROLES = {Verdict.VERBATIM: "accent", Verdict.CHANGED: "danger", Verdict.NO_SOURCE: "gap"}
Rows = list[tuple[str, str]]
_BEFORE = 10
"""The room above a heading, in pixels."""


class CheckPane(QScrollArea):
    """Show the verdict on a card, what its tag overclaims, what stands around its words, and its reading time.

    `attach_asked` wants a source for a card without one; `argument_asked` carries an argument that uses the card.
    """

    attach_asked = Signal()
    words_asked = Signal()
    argument_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Check of the card"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown: tuple[Rows, object] | None = None
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
        known = (rows, (shown.trust and shown.trust.card.id, shown.trust and shown.trust.check, shown.used))
        if known == self._shown:
            return
        self._shown = known
        while self._column.count() > 2:
            item = self._column.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text, role in rows:
            bold = role in _ROLES.values() and text.startswith(("✓", "≠", "?"))
            self._put(_section(text) if role == "head" else Words(text, role, 9.5, bold=bold))
            if bold and shown.trust is not None:
                self._put_ways(shown.trust)
        self._put_uses(shown)

    def _put(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def _put_ways(self, trust: Trust) -> None:
        verdict = trust.check.verdict
        if verdict is Verdict.NO_SOURCE:
            button = FlatButton(self.tr("Find its source"), "link")
            button.setToolTip(self.tr("Anchor the card in a source of the library that has its words"))
            button.clicked.connect(self.attach_asked)
            self._put(button)
        if verdict is Verdict.CHANGED and trust.check.changes:
            self._put(DiffView(trust))

    def _put_uses(self, shown: Shown) -> None:
        if shown.trust is None:
            return
        self._put(_section(self.tr("USED IN")))
        for number, words in shown.used:
            if not number:
                self._put(Words(words, "ink", 9.5))
                continue
            button = FlatButton(words, "link")
            button.setToolTip(self.tr("Show it in the brief"))
            button.setProperty("argument", number)
            button.clicked.connect(self._on_use)
            self._put(button)
        if not shown.used:
            self._put(Words(self.tr("no brief yet"), "mute", 9.5))

    def _on_use(self) -> None:
        button = self.sender()
        if button is not None:
            self.argument_asked.emit(int(button.property("argument")))

    def said(self) -> list[str]:
        """Return the lines in view."""
        return [text for text, _ in self._shown[0]] if self._shown else []


def _section(text: str) -> Words:
    found = heading(text)
    found.setContentsMargins(0, _BEFORE, 0, 0)
    return found


class DiffView(QTextEdit):
    """The source's words where a card changed them: left out struck through, added underlined."""

    def __init__(self, trust: Trust) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The source's words and the card's, compared"))
        self.setAccessibleDescription(" ".join(text for text, _ in differences(self, trust)))
        self._trust = trust
        look().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        theme = look().theme
        self.setFont(sans(9.0 * look().scale))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, theme.colour("panel"))
        colours.setColor(QPalette.ColorRole.Text, theme.colour("ink"))
        self.setPalette(colours)
        self.clear()
        self.document().setDefaultFont(self.font())
        cursor = QTextCursor(self.document())
        plain, gone, new = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        gone.setFontStrikeOut(True)
        gone.setForeground(theme.colour("danger"))
        new.setFontUnderline(True)
        new.setForeground(theme.colour("accent"))
        new.setFontWeight(700)
        trust = self._trust
        for run in trust.check.runs:
            there = trust.text[run.source_start : run.source_end]
            here = trust.card.quote[run.quote_start : run.quote_end]
            equal = run.kind is RunKind.EQUAL
            for words, form in ((_shortened(there), plain),) if equal else ((there, gone), (here, new)):
                if words.strip():
                    # The runs leave out the blanks between them.
                    close = cursor.atStart() or words.strip()[0] in _CLOSE
                    cursor.insertText("" if close else " ", plain)
                    cursor.insertText(words.strip(), form)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(int(self.document().size().height()) + 4)


def _shortened(words: str) -> str:
    if len(words) <= 2 * _AROUND:
        return words
    return f"{words[:_AROUND]} … {words[-_AROUND:]}"


def _rows(pane: QWidget, shown: Shown, rate: int) -> Rows:
    trust = shown.trust
    if trust is None:
        return [(pane.tr("Choose a card at the left, or cut one on the Read page."), "mute")]
    verdict = trust.check.verdict
    rows = [(verdict_words(verdict), _ROLES[verdict]), (term(trust.check.sentence), "ink"), *differences(pane, trust)]
    if trust.overclaims:
        rows.append((pane.tr("THE TAG"), "head"))
        rows += [(f"{term(each.kind.value)}: {term(each.sentence)}", "ink") for each in trust.overclaims]
    if trust.context.notes or trust.before or trust.after:
        rows.append((pane.tr("AROUND THESE WORDS"), "head"))
        rows += [(f"{term(note.kind.value)}: {term(note.sentence)}", "ink") for note in trust.context.notes]
        if trust.before:
            rows.append((pane.tr("Before: “{words}”").format(words=" ".join(trust.before.split())), "mute"))
        if trust.after:
            rows.append((pane.tr("After: “{words}”").format(words=" ".join(trust.after.split())), "mute"))
    rows.append((pane.tr("READING TIME"), "head"))
    rows.append((pane.tr("{time} at {n} words a minute").format(time=shown.own, n=rate), "ink"))
    rows.append((pane.tr("{time} as Verbatim counts").format(time=shown.verbatim), "mute"))
    return rows


def differences(pane: QWidget, trust: Trust) -> Rows:
    """Return each change of the source's words as a sentence, the first dozen."""
    if trust.check.verdict is not Verdict.CHANGED:
        return []
    rows = [(_change_words(pane, trust, run), "danger") for run in trust.check.changes[:_CHANGES]]
    more = len(trust.check.changes) - _CHANGES
    return [*rows, (pane.tr("and {n} more").format(n=more), "mute")] if more > 0 else rows


def _change_words(pane: QWidget, trust: Trust, run: Run) -> str:
    there = " ".join(trust.text[run.source_start : run.source_end].split())
    here = " ".join(trust.card.quote[run.quote_start : run.quote_end].split())
    words = {
        RunKind.MISSING: pane.tr("Left out: “{there}”"),
        RunKind.ADDED: pane.tr("Added: “{here}”"),
    }.get(run.kind, pane.tr("“{there}” became “{here}”"))
    said = words.format(there=there, here=here)
    return pane.tr("{said} (marked on the card)").format(said=said) if run.marked else said
