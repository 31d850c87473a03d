"""Coverage: every Pro argument against every Con argument, who answers whom there, and what is still open."""

from dataclasses import dataclass

from debateprep.domain import clash, filters
from debateprep.domain.dossier import Dossier
from debateprep.domain.filters import EVERYTHING, Filter
from debateprep.domain.model import Answer, Argument, Label
from debateprep.domain.pages import Coverage
from debateprep.domain.terms import Outcome, Side


@dataclass(frozen=True, slots=True)
class Standing:
    """How one argument stands: its place, the answers to it, and how it went in rounds.

    `answers` and `frontlines` count the answers to it and ours to those; `worked` counts the rounds in which the
    answer to it worked, of those `heard`.
    """

    argument: Argument
    number: str
    contention: str
    answers: int
    frontlines: int
    heard: int
    worked: int
    labels: tuple[Label, ...] = ()

    @property
    def open(self) -> bool:
        """Tell whether nothing answers it yet."""
        return not self.answers


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a Pro and a Con argument meet: the Con answer to the Pro argument, and the other way round."""

    to_pro: Answer | None = None
    to_con: Answer | None = None

    @property
    def sign(self) -> str:
        """Return the shapes of the sides that answer here: ○ Con answers, ■ Pro answers."""
        return (Side.CON.sign if self.to_pro else "") + (Side.PRO.sign if self.to_con else "")


@dataclass(frozen=True)
class Matrix:
    """Pro arguments as rows, Con arguments as columns, and the cells where one answers the other, by both ids.

    `counts` are of the whole topic, whatever a filter leaves out.
    """

    rows: tuple[Standing, ...]
    columns: tuple[Standing, ...]
    cells: dict[tuple[int, int], Cell]
    counts: tuple[Coverage, Coverage]

    def side(self, side: Side) -> tuple[Standing, ...]:
        """Return the arguments of a side that are shown."""
        return self.rows if side is Side.PRO else self.columns

    def holes(self, side: Side) -> tuple[Standing, ...]:
        """Return a side's arguments that nothing answers yet."""
        return tuple(each for each in self.side(side) if each.open)

    def cell(self, pro: int, con: int) -> Cell:
        """Return the cell of a row and a column."""
        return self.cells.get((pro, con), Cell())


def matrix(dossier: Dossier, wanted: Filter = EVERYTHING) -> Matrix:
    """Return the coverage of a topic, of the arguments that fit a filter."""
    rows = [standing(dossier, each) for each in filters.chosen(wanted, dossier, Side.PRO)]
    columns = [standing(dossier, each) for each in filters.chosen(wanted, dossier, Side.CON)]
    shown = {each.argument.id for each in (*rows, *columns)}
    cells: dict[tuple[int, int], Cell] = {}
    for answer in dossier.answers:
        if answer.answering_id not in shown or answer.target_id not in shown:
            continue
        if dossier.arguments[answer.target_id].side is Side.PRO:
            place = (answer.target_id, answer.answering_id)
            cells[place] = Cell(answer, cells.get(place, Cell()).to_con)
        else:
            place = (answer.answering_id, answer.target_id)
            cells[place] = Cell(cells.get(place, Cell()).to_pro, answer)
    every = dossier.arguments.values()
    counts = (clash.coverage(every, dossier.answers, Side.PRO), clash.coverage(every, dossier.answers, Side.CON))
    return Matrix(tuple(rows), tuple(columns), cells, counts)


def standing(dossier: Dossier, argument: Argument) -> Standing:
    """Return how an argument stands."""
    answers = dossier.answers_to.get(argument.id, [])
    top = dossier.contention.get(argument.id)
    heard = dossier.heard.get(argument.id, [])
    return Standing(
        argument,
        dossier.numbers.get(argument.id, ""),
        top.section.title if top else "",
        len(answers),
        sum(len(dossier.answers_to.get(each.answering_id, ())) for each in answers),
        len(heard),
        sum(1 for each in heard if each.outcome is Outcome.WORKED),
        dossier.labels.get(argument.id, ()),
    )
