"""Follow who is speaking from sentence to sentence, and where the author answers what others say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from debateprep.domain.article import Block, Span, numbered
from debateprep.finding.cues import CueLists
from debateprep.finding.scoring import Place, is_question
from debateprep.finding.sentences import sentence_spans
from debateprep.finding.shape import first_verb_past
from debateprep.finding.speakers import Voice, is_quotation, voice
from debateprep.finding.tokens import Tokens

_DENIES = re.compile(r"\b(?:not|no|nor|never|none|nothing|nobody|neither|cannot)\b|n['’]t\b", re.IGNORECASE)
_YIELDS = re.compile(
    r"(?:perhaps|maybe|possibly|of course|granted|true,|yes,|no doubt|admittedly|indeed"
    r"|so\s+(?:he|she|they|it|we)\s+(?:should|would|may|do|does|is|are|can))\b"
    # "That wish is natural", "This gets it backwards": the author weighs what was said.
    r"|(?:that|this|these|those)\s(?:\w+\s){0,2}(?:is|are|gets|sounds|seems|misses|ignores|forgets|confuses|mistakes)\b"
    r"|[^.?!]{3,90},\s(?:but|yet)\s",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"(?:and\s+yet|but|yet|still|nonetheless|nevertheless|however|even\s+so|that\s+said|all\s+the\s+same|nor|in\s+truth"
    r"|not\s+so|instead|on\s+the\s+contrary)\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"(?:perhaps|maybe|of course|true,|granted|admittedly)\b[^.?!]{2,80},\s(?:but|yet)\s", re.IGNORECASE
)
# How many paragraphs on an answer to a view may stand, when others have the word in between.
_PARAGRAPHS = 2
# How many sentences into the next paragraph an answer may wait: "This is an honest argument. But …"
_REACH = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands."""

    tokens: Tokens
    place: Place


def read(text: str, blocks: tuple[Block, ...], title: frozenset[str], lists: CueLists) -> list[Sentence]:
    """Return the sentences of the body in order, each with what stands around it."""
    found: list[Sentence] = []
    body = list(numbered(blocks))
    for number, block in body:
        spans = sentence_spans(text, block.start, block.end)
        plain = [
            Place(number, len(body), opens=i == 0, closes=i == len(spans) - 1, title_words=title)
            for i in range(len(spans))
        ]
        found.extend(_follow([Tokens.of(text, span) for span in spans], plain, lists))
    return list(_answered(found))


def _follow(paragraph: Sequence[Tokens], places: Sequence[Place], lists: CueLists) -> Iterator[Sentence]:
    """Yield a paragraph's sentences with who speaks in each."""
    view = ""
    speaker: Voice | None = None
    for tokens, place in zip(paragraph, places, strict=True):
        told = _told(tokens, speaker, lists)
        turned = lists.voices.turns.at(tokens.folded, 0) > 0 or bool(_YIELDS.match(tokens.quote))
        said_against = turned or (bool(_DENIES.search(tokens.quote)) and not is_question(tokens))
        answers = bool(view) and told is None and said_against
        # What happened is told on the author's own account, in the midst of a view too.
        happened = told is None and bool(first_verb_past(tokens, lists))
        inside = "" if told or answers or happened else view
        yield Sentence(tokens, replace(place, voice=told, inside_view=inside, answers_view=answers))
        speaker = told or (None if turned else speaker)
        if told or turned or answers or happened:
            view = told.speaker if told and told.view else ""


def _told(tokens: Tokens, before: Voice | None, lists: CueLists) -> Voice | None:
    """Return who speaks in a sentence; a quotation or a "they say" goes on with the speaker before."""
    found = voice(tokens, lists.voices)
    if found and found.speaker.casefold() in lists.voices.pronouns and before:
        return Voice(before.speaker, found.matched, before.view)
    if found is None and is_quotation(tokens):
        return Voice(before.speaker if before else "quoted", "quotation", view=False)
    return found


def _answered(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences, those that the author tells only to answer with the place of the answer."""
    for index, each in enumerate(sentences):
        place = each.place
        if place.voice is None and not place.inside_view:
            yield each
            continue
        answer = _answer(sentences, index)
        yield each if answer is None else replace(each, place=replace(place, answer=answer))


def _answer(sentences: Sequence[Sentence], index: int) -> Span | None:
    """Return the sentence in which the author answers a view, past what else is told of it."""
    here = sentences[index].place
    view = _holds_view(sentences[index])
    waited = 0
    for place in range(index + 1, len(sentences)):
        after = sentences[place]
        on = after.place.paragraph - here.paragraph
        if on > (_PARAGRAPHS if view and not waited else 1) or waited >= _REACH:
            return None
        if after.place.voice or after.place.inside_view:
            if on and (waited or not view or not _holds_view(after)):
                return None
            continue
        waited += 1
        if _answers(after, view=view):
            return after.tokens.span
        if not view:
            return None
    return None


def _holds_view(sentence: Sentence) -> bool:
    told = sentence.place.voice
    return told.view if told else bool(sentence.place.inside_view)


def _answers(sentence: Sentence, *, view: bool) -> bool:
    said = sentence.tokens.quote
    return bool(_TURN.match(said) or _PERHAPS.match(said)) or (view and sentence.place.answers_view)
