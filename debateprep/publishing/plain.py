"""The same pages as plain text, in reading order: for screen readers, and to search or copy what will print."""

from collections.abc import Iterable, Iterator

from debateprep.domain.marks import stretches
from debateprep.domain.pages import (
    ArgumentEntry,
    BriefPages,
    CardEntry,
    ClashPages,
    Coverage,
    Entry,
    Evidence,
    NoteEntry,
    RebuttalCard,
    RebuttalDeck,
    SectionPage,
    WorkCited,
)
from debateprep.domain.terms import MarkKind, Side, SupportKind
from debateprep.publishing.evidence import OMITTED
from debateprep.publishing.look import gap_words, kind_words
from debateprep.publishing.options import PageOptions
from debateprep.publishing.text import clean

Pages = BriefPages | RebuttalDeck | ClashPages
Lines = Iterator[str]


def plain_text(pages: Pages, options: PageOptions) -> str:
    """Return what the pages say, a line a thought and an empty line before each heading, ending with a line break."""
    if isinstance(pages, BriefPages):
        lines = _brief(pages, options)
    elif isinstance(pages, RebuttalDeck):
        lines = _deck(pages)
    else:
        lines = _clash(pages, options)
    return clean("\n".join(lines)).strip("\n") + "\n"


def _brief(pages: BriefPages, options: PageOptions) -> Lines:
    yield pages.title or f"{pages.side.label} brief"
    yield from _said(pages.resolution, _stance(pages.side, pages.stance))
    seconds = pages.case_seconds
    pace = f"({pages.case_words} words at {pages.words_a_minute} a minute)"
    yield f"The case reads in {seconds // 60}:{seconds % 60:02d} {pace}."
    yield from _facts(pages.coverage, pages.notice)
    parts = (("Case", pages.case), (f"Answers to {pages.side.other.label}", pages.answers), ("Notes", pages.notes))
    for title, sections in parts:
        if sections:
            yield from ("", "", title)
            for section in sections:
                yield from _section(section, options)
    yield from _works(pages.works, options)


def _deck(deck: RebuttalDeck) -> Lines:
    yield "Rebuttal cards"
    yield from _said(deck.resolution)
    for card in deck.cards:
        number = f" ({card.target_number})" if card.target_number else ""
        yield from ("", f"{card.side.sign} {card.side.label} answers “{card.target_name or card.they_say}”{number}")
        yield from _card(card)


def _clash(pages: ClashPages, options: PageOptions) -> Lines:
    yield "Clash sheet"
    yield from _said(pages.resolution)
    yield from _facts(pages.coverage, pages.notice)
    yield from _said(_stance(Side.PRO, pages.pro_stance), _stance(Side.CON, pages.con_stance))
    for side, sections in ((Side.PRO, pages.pro), (Side.CON, pages.con)):
        if sections:
            yield from ("", "", f"{side.label} case, with {side.other.label} answers")
        for section in sections:
            yield from ("", _numbered(f"{side.label} {section.number}" if section.number else "", section.title))
            for row in section.rows:
                yield from _argument(row)
                for answer in row.answers:
                    yield from _facing(answer)
                if not row.answers:
                    yield gap_words(side.other)
    yield from _works(pages.works, options)


def _section(section: SectionPage, options: PageOptions) -> Lines:
    yield from ("", _numbered(section.number, section.title))
    for entry in section.entries:
        yield from _entry(entry, options)
    for inner in section.sections:
        yield from _section(inner, options)


def _entry(entry: Entry, options: PageOptions) -> Lines:
    if isinstance(entry, ArgumentEntry):
        yield from _argument(entry)
        if options.answers:
            yield from _answers(entry)
    elif isinstance(entry, RebuttalCard):
        number = f" ({entry.target_number})" if entry.target_number else ""
        yield from ("", f"{entry.title}{number}")
        yield from _card(entry)
    elif isinstance(entry, CardEntry):
        yield from ("", *_evidence(entry.evidence))
    elif isinstance(entry, NoteEntry):
        yield from ("", entry.text)


def _argument(entry: ArgumentEntry) -> Lines:
    yield from ("", _numbered(entry.number, entry.claim))
    yield from _labelled(("Warrant", entry.warrant), ("Impact", entry.impact))
    for evidence in entry.evidence:
        yield from _evidence(evidence, entry.claim)


def _answers(entry: ArgumentEntry) -> Lines:
    for answer in entry.answers:
        yield f"They say ({answer.response.value}): {answer.we_say}"
        for response, words in answer.replies:
            yield f"We say ({response.value}): {words}"
        if not answer.replies:
            yield "We say: (a line to write on)"
    if not entry.answers:
        yield gap_words(entry.side.other)


def _facing(answer: RebuttalCard) -> Lines:
    yield f"{answer.side.label} answers ({answer.response.value}): {answer.we_say}"
    yield from _reasons(answer)
    for response, words in answer.replies:
        yield f"{answer.side.other.label} replies ({response.value}): {words}"


def _card(card: RebuttalCard) -> Lines:
    yield from _labelled(("They say", card.they_say), (f"We say ({card.response.value})", card.we_say))
    yield from _reasons(card)
    for response, words in card.replies:
        yield f"If they reply ({response.value}): {words}"


def _reasons(card: RebuttalCard) -> Lines:
    yield from _labelled(("Because", card.because))
    for evidence in card.evidence:
        yield from _evidence(evidence, card.we_say)
    yield from _labelled(("Therefore", card.therefore))


def _evidence(evidence: Evidence, claim: str = "") -> Lines:
    if evidence.tag and evidence.tag != claim:
        yield evidence.tag
    kind = kind_words(evidence)
    kind = kind[:1].upper() + kind[1:]
    quoted = evidence.kind is SupportKind.QUOTED
    words = f"“{_quotation(evidence)}”" if quoted else evidence.text
    cite = f" — {evidence.cite.text}" if evidence.cite is not None and evidence.kind.takes_cite else ""
    yield f"{kind}: {words}{cite}"
    yield from _labelled(("In context", evidence.context))


def _quotation(evidence: Evidence) -> str:
    parts: list[str] = []
    for start, end, state in stretches(len(evidence.text), evidence.marks):
        if all(kind is not MarkKind.OMIT for kind, _ in state):
            parts.append(evidence.text[start:end])
        elif not parts or not parts[-1].strip().endswith(OMITTED):
            parts.append(f" {OMITTED} ")
    return "".join(parts).strip()


def _works(works: Iterable[WorkCited], options: PageOptions) -> Lines:
    shown = tuple(works) if options.works_cited else ()
    if shown:
        yield from ("", "", "Works cited")
    for work in shown:
        yield work.reference + (f" ° {'; '.join(work.missing)}" if work.missing else "")


def _facts(coverage: Iterable[Coverage], notice: str) -> Lines:
    yield from _said(*(count.sentence for count in coverage), notice)


def _stance(side: Side, stance: str) -> str:
    return f"{side.sign} {side.label}: {stance}" if stance else ""


def _numbered(number: str, words: str) -> str:
    return f"{number} {words}" if number else words


def _labelled(*pairs: tuple[str, str]) -> Lines:
    for label, words in pairs:
        if words:
            yield f"{label}: {words}"


def _said(*lines: str) -> Lines:
    yield from (line for line in lines if line)
