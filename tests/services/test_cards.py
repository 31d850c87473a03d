"""Cards through the services: marks, layers, tags, verdicts, reports; each action one step that can be undone."""

from dataclasses import replace

import pytest

from debateprep.domain import reading_time
from debateprep.domain.article import Span
from debateprep.domain.model import Argument, Card, Mark, Support, Topic
from debateprep.domain.pages import ArgumentEntry, BriefPages, Evidence
from debateprep.domain.reading_time import Count
from debateprep.domain.terms import MarkKind, Side, Verdict
from debateprep.services import briefs, cards, export, integrity, marking, search
from debateprep.services.errors import ServiceError
from debateprep.storage.library import Library

U, H = MarkKind.UNDERLINE, MarkKind.HIGHLIGHT


def first(library: Library, practice: Topic) -> Card:
    return cards.listed(library, topic_id=practice.id)[0]


def again(library: Library, card: Card) -> Card:
    with library.read() as reader:
        return reader.get(Card, card.id)


def printed(pages: export.Pages, card: Card) -> list[Evidence]:
    """Return how a card stands under the arguments of a printed case."""
    assert isinstance(pages, BriefPages)
    entries = [entry for section in pages.case for entry in section.entries if isinstance(entry, ArgumentEntry)]
    return [each for entry in entries for each in entry.evidence if each.text == card.quote]


def test_painting_merges_into_one_step_and_is_undone_as_one(library: Library, practice: Topic) -> None:
    card = first(library, practice)
    before = library.content_hash()
    for start in range(0, 20, 2):
        marking.paint(library, card.id, Span(start, start + 2), H, "blue", merge="stroke-1")
    painted = again(library, card)
    assert painted.quote == card.quote
    assert Mark(H, 0, 20, "blue") in painted.marks
    first_step, before_it = library.history(2)
    assert first_step.name == "Highlight"
    assert before_it.name.startswith("Add sample")
    library.undo()
    assert library.content_hash() == before
    marking.toggle(library, card.id, Span(0, 5), U)
    marking.erase(library, card.id, Span(0, 5))
    marking.clear(library, card.id)
    assert again(library, card).marks == ()
    assert [step.name for step in library.history(3)] == ["Clear marks", "Clear marks", "Underline"]


def test_the_layer_that_is_shown_is_printed(library: Library, practice: Topic) -> None:
    card = first(library, practice)
    marking.add_layer(library, card.id, "1AR short")
    marking.paint(library, card.id, Span(0, 6), H, "green")
    assert again(library, card).marks == (Mark(H, 0, 6, "green"),)
    pages = export.resolve(library, practice.id, export.Layout.BRIEF, Side.PRO)
    assert {each.marks for each in printed(pages, card)} == {(Mark(H, 0, 6, "green"),)}
    marking.show_layer(library, card.id, 0)
    assert again(library, card).marks == card.marks
    marking.rename_layer(library, card.id, 1, "2AR")
    marking.remove_layer(library, card.id, 1)
    assert [layer.name for layer in again(library, card).layers] == ["mine"]
    with pytest.raises(ServiceError, match="no layer 4"):
        marking.show_layer(library, card.id, 3)


def test_tags_are_added_chosen_removed_and_printed_where_they_serve(library: Library, practice: Topic) -> None:
    card = first(library, practice)
    marking.add_tag(library, card.id, "Another tag")
    marking.add_tag(library, card.id, "Another tag")
    assert again(library, card).other_tags == ("Another tag",)
    marking.choose_tag(library, card.id, 1)
    assert again(library, card).tags == ("Another tag", card.tag)
    with library.edit("Use tag") as edit:
        support = edit.all(Support, card_id=card.id)[0]
        edit.put(replace(support, text=card.tag))
    pages = export.resolve(library, practice.id, export.Layout.BRIEF, Side.PRO)
    assert card.tag in {each.tag for each in printed(pages, card)}
    marking.remove_tag(library, card.id, 1)
    with pytest.raises(ServiceError, match="no other tag"):
        marking.choose_tag(library, card.id, 1)


def test_verdicts_of_many_cards_in_one_call(library: Library, practice: Topic) -> None:
    card = first(library, practice)
    pasted = cards.paste(library, "t", "Okafor 24", "Words of another.").new(Card)
    with library.edit("Tamper") as edit:
        edit.put(replace(edit.get(Card, card.id), quote=card.quote.replace("small", "large")))
    found = integrity.verdicts(library)
    assert found[card.id].verdict is Verdict.CHANGED
    assert found[pasted].verdict is Verdict.NO_SOURCE
    others = {check.verdict for number, check in found.items() if number not in (card.id, pasted)}
    assert others == {Verdict.VERBATIM}
    (change,) = found[card.id].changes
    trust = integrity.trust(library, card.id)
    assert trust.text[change.source_start : change.source_end] == "small"
    assert trust.card.quote[change.quote_start : change.quote_end] == "large"
    assert integrity.verdicts(library, [card.id])[card.id] is found[card.id]


def test_the_report_names_what_to_look_at(library: Library, practice: Topic) -> None:
    report = integrity.report(library, practice.id, Side.CON)
    assert report.counted(Verdict.VERBATIM) == len(report.rows) > 5
    (other,) = [row for row in report.rows if not row.sound]
    assert any("concludes for Pro" in words for words in other.cautions)
    with library.read() as reader:
        argument = next(each for each in reader.all(Argument, topic_id=practice.id) if each.side is Side.CON)
    with library.edit("Overclaim") as edit:
        edit.put(replace(argument, claim="Free travel always cuts 90 per cent of all buses"))
    (claim,) = [
        row for row in integrity.report(library, practice.id, Side.CON).claims if row.argument_id == argument.id
    ]
    assert len(claim.findings) >= 2


def test_a_pasted_card_is_attached_with_its_marks(library: Library) -> None:
    with library.read() as reader:
        source_id = next(card.source_id for card in reader.all(Card) if card.source_id)
    box = "Fares tax\nSample 24\n\nA fare is a small\u00a0tax\non every errand."
    number = cards.paste_box(library, box).new(Card)
    with library.read() as reader:
        quote = reader.get(Card, number).quote
    marking.paint(library, number, Span(quote.index("small"), quote.index("on every")), U)
    cards.attach(library, number, source_id or 0)
    with library.read() as reader:
        card = reader.get(Card, number)
    (mark,) = card.marks
    assert card.quote == "A fare is a small tax on every errand."
    assert card.quote[mark.start : mark.end].strip() == "small tax"
    assert integrity.verdicts(library, [number])[number].verdict is Verdict.VERBATIM


def test_suggested_underlining_is_one_step(library: Library, practice: Topic) -> None:
    card = first(library, practice)
    marking.clear(library, card.id)
    marking.underline_suggested(library, card.id)
    marks = again(library, card).marks
    assert {mark.kind for mark in marks} == {U}
    assert [Span(mark.start, mark.end) for mark in marks] == list(marking.suggested(card))
    assert library.history(1)[0].name == "Underline as suggested"


def test_reading_time_counts_highlights_and_tags_as_verbatim_does(library: Library, practice: Topic) -> None:
    marks = (Mark(H, 4, 7), Mark(U, 0, 13))
    assert reading_time.card_words("a tag", "one two three four", marks) == 3
    assert reading_time.card_words("a tag", "one two three four", marks, Count.VERBATIM) == 3
    assert reading_time.card_words("a tag", "one two three four", (), Count.VERBATIM) == 2
    assert Count.VERBATIM.rate(180) == 250
    with library.read() as reader:
        dossier = briefs.dossier(reader, practice.id)
    assert dossier.cards
    assert reading_time.seconds(250, 250) == 60


def test_a_card_is_found_by_any_of_its_tags(library: Library, practice: Topic) -> None:
    card = first(library, practice)
    marking.add_tag(library, card.id, "Zebras never queue for zeppelins")

    def found(words: str) -> list[int]:
        return [hit.id for hit in search.find(library, words, kinds=("card",), topic_id=None, limit=5)]

    assert found("zeppelin") == [card.id]
    (hit,) = search.find(library, "zeppelin")
    assert (hit.title, hit.marked("[", "]")) == (card.tag, "Zebras never queue for [zeppelins]")
    marking.choose_tag(library, card.id, 1)
    assert found("zeppelin") == [card.id]
    assert card.id in found(card.tag)
    library.undo()
    marking.remove_tag(library, card.id, 1)
    assert found("zeppelin") == []
    library.undo()
    assert found("zeppelin") == [card.id]
    assert library.faults() == []
