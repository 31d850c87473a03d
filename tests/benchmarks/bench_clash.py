"""How long the clash of a large topic takes: 2,000 arguments, 3,000 answers, their evidence and outlines.

Each figure is the best of three, in milliseconds, and its ratio to one plain read of the same arguments and answers.
Run: python -m tests.benchmarks.bench_clash
"""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from debateprep.domain import argument_map, checks, coverage, outline
from debateprep.domain.model import Answer, Argument, Brief, Card, Item, Section, Source, Support, Topic
from debateprep.domain.sketch import Place, section
from debateprep.domain.terms import Check, ItemKind, Part, ResponseType, SectionKind, Side, SupportKind
from debateprep.services import answers, briefs, clash, formats, maps, outlining, suggestions
from debateprep.services.pages import PageMaker
from debateprep.storage.library import Library

ARGUMENTS, ANSWERS, SECTIONS = 2_000, 3_000, 200
SOUNDS = ("ba", "do", "fe", "gu", "li", "mo", "ne", "pra", "sti", "ter", "vo", "xu")
WORDS = ["not", *(f"{a}{b}{c}" for a in SOUNDS for b in SOUNDS for c in SOUNDS)]
# A few words are said often and most seldom, as in any language.
SAID = [1 / rank for rank in range(1, len(WORDS) + 1)]


def fill(library: Library) -> tuple[int, list[Argument]]:
    """Store the topic in one step and return its number and arguments."""
    chance = random.Random(11)

    def words(count: int) -> str:
        return " ".join(chance.choices(WORDS, SAID, k=count)).capitalize() + "."

    with library.edit("Fill") as edit:
        topic = edit.add(Topic(resolution="Resolved: this is large."))
        source = edit.add(Source(title="A source"))
        files = {side: edit.add(Brief(topic_id=topic.id, side=side)) for side in (Side.PRO, Side.CON)}
        homes = edit.import_all(
            [
                Section(brief_id=files[side].id, title=words(4), kind=SectionKind.CONTENTION, rank=rank)
                for side in files
                for rank in range(SECTIONS // 2)
            ]
        )
        made = edit.import_all(
            [
                Argument(
                    topic_id=topic.id,
                    side=(Side.PRO, Side.CON)[n % 2],
                    claim=words(10),
                    name=words(3),
                    warrant=words(14),
                    impact=words(10),
                )
                for n in range(ARGUMENTS)
            ]
        )
        cards = edit.import_all([Card(tag=words(6), quote=words(30), source_id=source.id) for _ in range(500)])
        edit.import_all(
            [Support(argument_id=each.id, kind=SupportKind.QUOTED, card_id=chance.choice(cards).id) for each in made]
        )
        edit.import_all(
            [
                Item(
                    section_id=homes[(n % 2) * (SECTIONS // 2) + n % (SECTIONS // 2)].id,
                    kind=ItemKind.ARGUMENT,
                    argument_id=each.id,
                    rank=n,
                )
                for n, each in enumerate(made[: ARGUMENTS // 2])
            ]
        )
        edit.import_all(links(made, chance))
    return topic.id, made


def links(made: list[Argument], chance: random.Random) -> list[Answer]:
    """Return answers from later arguments to earlier ones of the other side, so that none goes round."""
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < ANSWERS:
        later = chance.randrange(1, ARGUMENTS)
        earlier = chance.randrange(max(0, later - 400), later)
        if (later - earlier) % 2:
            pairs.add((made[later].id, made[earlier].id))
    kinds = list(ResponseType)
    return [Answer(answering_id=a, target_id=b, response=chance.choice(kinds)) for a, b in sorted(pairs)]


def best(run: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "large.db") as library:
        topic, made = fill(library)
        measure(library, topic, made)


def measure(library: Library, topic: int, made: list[Argument]) -> None:
    with library.read() as reader:
        dossier = briefs.dossier(reader, topic)
        form = formats.of_topic(reader, topic)
        case = dossier.outlines[Side.PRO][Part.CASE]

        def fresh() -> object:
            return briefs.dossier(reader, topic)

        reads: list[tuple[str, Callable[[], object]]] = [
            ("a plain read", lambda: (reader.all(Argument, topic_id=topic), answers.of_topic(reader, topic))),
            ("overview: the topic whole", fresh),
            ("coverage matrix", lambda: coverage.matrix(dossier)),
            ("numbers of a case", lambda: outline.argument_numbers(case)),
            ("all checks", lambda: checks.find(dossier, form, {}, Check)),
            ("checks with case time", lambda: clash.faults_of(reader, dossier)),
            ("both briefs as pages", lambda: [PageMaker(dossier).brief(side) for side in (Side.PRO, Side.CON)]),
            ("suggested answers", lambda: suggestions.offers(reader, made[100].id)),
            ("map of all", lambda: argument_map.draw_up(dossier)),
        ]
        reference = best(reads[0][1])
        for name, run in reads:
            show(name, best(run), reference)
    whole = argument_map.draw_up(dossier)
    show(f"drawing of its {len(whole.nodes):,} nodes", best(lambda: maps.drawing(whole)), reference)
    edits(library, dossier.outlines[Side.PRO][Part.CASE][0].section, made, reference)


def edits(library: Library, moved: Section, made: list[Argument], reference: float) -> None:
    last = Place(moved.brief_id, moved.part)
    first = Place(moved.brief_id, moved.part, None, 0)
    turns = iter([last, first] * 10)
    show("move a branch", best(lambda: outlining.move(library, [section(moved.id)], next(turns))), reference)
    show("undo it", best(library.undo), reference)
    show("redo it", best(library.redo), reference)
    spare = iter(made[1 : ARGUMENTS // 2 : 2])
    show("write an answer", best(lambda: answers.write(library, next(spare).id, "It is not so.")), reference)
    show("indent a branch", best(lambda: indented(library, moved.id)), reference)


def indented(library: Library, number: int) -> None:
    with library.read() as reader:
        alone = outlining.sketch_of(reader, [section(number)]).place_of(section(number)).parent_id is None
    (outlining.indent if alone else outlining.outdent)(library, [section(number)])


def show(name: str, took: float, reference: float) -> None:
    print(f"{name:32} {took:8.1f} ms  {took / reference:6.2f} x")


if __name__ == "__main__":
    main()
