"""Above the rebuttal card: the tabs of an argument and its answers; and how an answer answers."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtWidgets import QMenu, QWidget

from debateprep.domain.terms import PLAIN_RESPONSES, ResponseType, Side
from debateprep.gui.models.board import AnswerView
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.paint import LinkButton, Tabs, Type
from debateprep.gui.words import term

TIERS = (1, 2, 3)
"""How far forward an answer can be put: what is said first, what if that is met, and the last resort."""


class AnswerTabs(Tabs):
    """The argument's own tab, one for each answer, and one for a new answer while it is begun."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("The argument and its answers"))

    def show_answers(self, count: int, current: int, room: int, *, beginning: bool) -> None:
        """Show so many answers, `current` (0 for the argument) or the new one in view, in so many pixels."""
        names = [self.tr("Argument"), *(self.tr("Answer {number}").format(number=at) for at in range(1, count + 1))]
        if beginning:
            names.append(self.tr("New answer"))
        with QSignalBlocker(self):
            while self.count() > len(names):
                self.removeTab(self.count() - 1)
            for index, text in enumerate(_fitting(names, count, room)):
                if index == self.count():
                    self.addTab(text)
                self.setTabText(index, text)
                self.setTabToolTip(index, names[index])
                self.setAccessibleTabName(index, names[index])
            self.setCurrentIndex(len(names) - 1 if beginning else current)


def _fitting(names: list[str], count: int, room: int) -> list[str]:
    """Return the names of the tabs, those of answers by their numbers alone where there is no room for more."""
    bold = QFontMetricsF(Type.font("tab on"))
    if sum(bold.horizontalAdvance(name) + 14 for name in names) < room:
        return names
    return [str(index) if 0 < index <= count else name for index, name in enumerate(names)]


class ResponseButton(LinkButton):
    """Says how the answer in view answers; its menu changes that, its tier, and whether it is one of a group."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", "", bold=True)
        self.setAccessibleName(self.tr("How it answers"))
        self._desk = desk
        menu = QMenu(self)
        for response in PLAIN_RESPONSES:
            menu.addAction(term(response.value)).setData(response.value)
        more = menu.addMenu(self.tr("More"))
        for response in ResponseType:
            if not response.is_plain:
                more.addAction(term(response.value)).setData(response.value)
        tiers = menu.addMenu(self.tr("Tier"))
        for tier in TIERS:
            tiers.addAction(self.tr("Tier {number}").format(number=tier)).setData(tier)
        self.ungroup = menu.addAction(self.tr("Answer each by itself"))
        menu.triggered.connect(self._on_chosen)
        self.setMenu(menu)

    def show_answer(self, answer: AnswerView, side: Side) -> None:
        """Show how an answer of a side answers."""
        self.ungroup.setVisible(bool(answer.grouped_as))
        tier = self.tr("tier {number}").format(number=answer.tier) if answer.tier > 1 else ""
        how = " · ".join(part for part in (term(answer.response.value), tier) if part)
        self.setText(how + " ▾")
        self.setAccessibleName(self.tr("How it answers: {how}").format(how=term(answer.response.value)))
        self.set_role(side.value)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        if action is self.ungroup:
            self._desk.ungroup(self._desk.answer)
        elif isinstance(action.data(), int) and self._desk.answer:
            self._desk.set_tier(self._desk.answer, action.data())
        elif action.data() and self._desk.answer:
            self._desk.set_response(self._desk.answer, ResponseType(action.data()))
