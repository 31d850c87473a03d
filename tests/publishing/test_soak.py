"""Random briefs through every layout: nothing fails, nothing stands outside its page, backs lie behind fronts."""

import io
import shutil
import subprocess
from pathlib import Path
from random import Random

import pikepdf
import pytest

from debateprep.domain import formats
from debateprep.domain.marks import COLOURS
from debateprep.domain.model import Mark
from debateprep.domain.pages import (
    ArgumentEntry,
    BriefPages,
    CardEntry,
    Cite,
    ClashPages,
    ClashSection,
    Entry,
    Evidence,
    NoteEntry,
    RebuttalCard,
    RebuttalDeck,
    SectionPage,
    TopicPages,
    WorkCited,
)
from debateprep.domain.terms import MarkKind, ResponseType, SectionKind, Side, SupportKind
from debateprep.publishing import (
    SHELF,
    CardText,
    Cells,
    Duplex,
    Format,
    Kind,
    Level,
    PageOptions,
    Paper,
    Sides,
    export_pdf,
    lay_out,
    write_text,
)
from debateprep.services.formats import shipped
from tests.publishing.tag_checks import inspect
from tests.publishing.test_layouts import outside
from tests.publishing.topic_pages import pages_for

ALPHABETS = (
    "abcdefghijklmnop     ",
    "<>&;/\\()[]{}%°¶ \t\n'\"",
    "אבגדהו שלום ",
    "ابتثجح خدذرز ",
    "कखगघ िीुू ",
    "бвгдіїє ",
    "中文字",
    "😀🚌→≥✓",
    "\x00\x07\u00ad\u00a0\u202e\u200b\ufeff\u200d\ud800",
    "x",
)


class Maker:
    """Makes random pages from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def text(self, longest: int = 160) -> str:
        source = self.random
        if source.random() < 0.06:
            return ""
        length = source.choice((3, 20, longest, longest)) if source.random() < 0.97 else longest * 30
        parts: list[str] = []
        while sum(map(len, parts)) < length:
            alphabet = source.choice(ALPHABETS) if source.random() < 0.35 else ALPHABETS[0]
            parts.append("".join(source.choice(alphabet) for _ in range(source.randrange(1, 40))))
        return "".join(parts)

    def evidence(self) -> Evidence:
        source = self.random
        text = self.text(500)
        marks = tuple(
            Mark(
                source.choice(list(MarkKind)),
                source.randrange(-3, len(text) + 3),
                source.randrange(-3, len(text) + 3),
                source.choice(("", "7", "x", *COLOURS)),
            )
            for _ in range(source.randrange(8))
        )
        kind = source.choice(list(SupportKind))
        cite = Cite(self.text(20), self.text(20), "¶3", source.random() < 0.5) if kind.takes_cite else None
        around = (self.text(60), self.text(60)) if source.random() < 0.3 else ("", "")
        return Evidence(kind, text, self.text(60), cite, marks, self.text(12), self.text(60), "", around)

    def some(self, most: int = 3) -> range:
        return range(self.random.randrange(most + 1))

    def card(self, side: Side) -> RebuttalCard:
        replies = tuple((self.random.choice(list(ResponseType)), self.text(60)) for _ in self.some(2))
        supports = tuple(self.evidence() for _ in self.some(2))
        kind = self.random.choice(list(ResponseType))
        words = [self.text(80) for _ in range(5)]
        return RebuttalCard(side, words[0], "C1.1", words[1], words[2], kind, words[3], supports, words[4], replies)

    def argument(self, side: Side) -> ArgumentEntry:
        answers = tuple(self.card(side.other) for _ in self.some(2))
        supports = tuple(self.evidence() for _ in self.some(2))
        name, claim, warrant, impact = (self.text(80) for _ in range(4))
        return ArgumentEntry("C1.1", side, name, claim, warrant, impact, supports, answers)

    def section(self, side: Side, depth: int = 0) -> SectionPage:
        entries: list[Entry] = [self.argument(side) for _ in self.some(2)]
        entries += [CardEntry(self.evidence()) for _ in self.some(1)]
        entries += [NoteEntry(self.text()) for _ in self.some(1)]
        entries += [self.card(side) for _ in self.some(1)]
        inner = tuple(self.section(side, depth + 1) for _ in self.some(1)) if depth < 4 else ()
        kind = self.random.choice(list(SectionKind))
        return SectionPage(self.random.choice(("", "C1")), kind, self.text(50), tuple(entries), inner, depth)

    def brief(self, side: Side) -> BriefPages:
        case, answers, notes = (tuple(self.section(side) for _ in self.some(2)) for _ in range(3))
        works = tuple(WorkCited(self.text(90), (self.text(20),)) for _ in self.some(3))
        topic, resolution, stance, title, notice = (self.text(60) for _ in range(5))
        return BriefPages(topic, resolution, side, stance, title, notice, case, answers, notes, works, (), 200)

    def rows(self, side: Side) -> ClashSection:
        return ClashSection("C1", self.text(40), tuple(self.argument(side) for _ in self.some(3)))

    def topic(self) -> TopicPages:
        pro, con = self.brief(Side.PRO), self.brief(Side.CON)
        pro_rows, con_rows = (tuple(self.rows(side) for _ in self.some(2)) for side in (Side.PRO, Side.CON))
        topic, resolution, pro_stance, con_stance = self.text(40), self.text(60), self.text(40), self.text(40)
        clash = ClashPages(topic, resolution, pro_stance, con_stance, self.text(), pro_rows, con_rows, (), pro.works)
        deck = RebuttalDeck("Topic", self.text(50), tuple(self.card(side) for side in (Side.PRO, Side.CON)))
        layout = self.random.choice((*shipped().values(), formats.Format("bare", self.text(20))))
        return TopicPages(self.text(40), self.text(60), layout, pro, con, clash, deck, pro.works)

    def options(self) -> PageOptions:
        source = self.random

        def flip() -> bool:
            return source.random() < 0.3

        return PageOptions(
            paper=source.choice(list(Paper)),
            type_size=source.choice((8.0, 11.0, 14.0, 24.0)),
            ink_saver=flip(),
            contents=flip(),
            answers=not flip(),
            works_cited=not flip(),
            header_name=self.text(30),
            school=self.text(30),
            black=flip(),
            text=source.choice(list(CardText)),
            cells=source.choice(list(Cells)),
            duplex=source.choice(list(Duplex)),
            ruler=flip(),
            level=source.choice(list(Level)),
            key=flip(),
            margin=source.choice((0.0, 10.0, 25.0)),
            large=flip(),
            dyslexia=flip(),
            justified=flip(),
            hyphens=flip(),
            cover=flip(),
            page_each=flip(),
            two_up=flip(),
        )


def check(seed: int, kind: Kind, folder: Path | None = None, *, tags: bool = True) -> None:
    maker = Maker(seed)
    topic, options = maker.topic(), maker.options()
    side = maker.random.choice((Side.PRO, Side.CON)) if SHELF[kind].sides is not Sides.NONE else None
    pages = pages_for(kind, side, topic)
    data = export_pdf(pages, options, kind=kind, side=side)
    if tags:
        assert inspect(data).problems == []
    with pikepdf.open(io.BytesIO(data)) as file:
        assert len(file.pages) >= 1
    for page in lay_out(pages, options, kind, side):
        assert outside(page, 10.0) == [], (seed, kind)
    assert write_text(pages, options, maker.random.choice(list(Format)), kind=kind, side=side)
    qpdf = shutil.which("qpdf")
    if qpdf and folder is not None:
        path = folder / "file.pdf"
        path.write_bytes(data)
        done = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, (seed, kind, done.stderr)


@pytest.mark.parametrize("kind", list(Kind))
def test_random_topics_give_sound_pages(kind: Kind, tmp_path: Path) -> None:
    for seed in range(3):
        check(seed * 31 + list(Kind).index(kind), kind, tmp_path)


@pytest.mark.parametrize(("seed", "kind"), [(4565, Kind.BRIEF)], ids=["contents of signs that no font has"])
def test_topics_that_once_went_wrong(seed: int, kind: Kind, tmp_path: Path) -> None:
    check(seed, kind, tmp_path)


@pytest.mark.soak
@pytest.mark.timeout(0)
@pytest.mark.parametrize("kind", list(Kind))
def test_two_thousand_random_topics(kind: Kind) -> None:
    for seed in range(2000 // len(Kind) + 1):
        check(1000 + seed * 31 + list(Kind).index(kind), kind, tags=seed % 5 == 0)
