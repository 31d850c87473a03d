"""Guess who says what a stretch says, when it is not the author."""

import re
from dataclasses import dataclass

from debateprep.domain.article import Span
from debateprep.finding.cues import Voices
from debateprep.finding.tokens import Tokens, quoted_spans

_MAX_SUBJECT = 9
# Words that may stand between a speaker and the verb: "have openly declared", "would say".
_BETWEEN = frozenset(
    "has have had is are was were now also then openly often always still even recently publicly privately repeatedly"
    " will would may might rightly wrongly simply just never sometimes usually both all like quickly only then".split()
)
# Words at which a speaker's name ends when it is read backwards from its verb.
_STOPS = frozenset(
    "that as when while whilst but because if so yet though although whether to what how why than where which or nor"
    " not can cannot must should could does do did let is are was were until unless after before since whereas".split()
)
_ARTICLES = frozenset("the a an some many most other these those its their our".split())
_INTRODUCES = frozenset("the a an one two our its their another".split())
_NO_HEAD = frozenset("the a an its their our his her my at of in on to for with by from and or than".split())
# A speaker after one of these speaks in a side remark, not in the sentence.
_EMBEDS = frozenset("because if when than until unless after before since which who where whether while whilst".split())
_FINDS = frozenset(
    "found finds shows showed show suggests suggested suggest concluded concludes indicates indicate indicated reported"
    " reports recorded estimated estimates put puts says said revealed reveals recommends recommended warns"
    " warned".split()
)
_SPEAKS = frozenset("said told wrote announced declared insisted complained replied added stressed explained".split())
_AGENT = re.compile(r"\w{3,}(?:er|or|ist|ian|man|woman|chief|crat|ee)s?")
_SAYS_OF = frozenset("include includes included are is was were runs goes says".split())
# Verbs that are as often nouns: "European fears". Before them only people and bodies count as speakers, not names.
_OFTEN_NOUNS = frozenset(
    "fears fear claims claim hopes hope reports calls points notes states answers worries worry".split()
)
_BE = frozenset("is are was were".split())
_BREAK = re.compile(r"[,;:–—()“”\".!?]")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and the words by which the guess was made.

    A `view` is something others argue or believe; a `document` is a study, a report or figures.
    """

    speaker: str
    matched: str
    view: bool
    document: bool = False


_VIEW_VERBS = frozenset(
    "say says argue argues argued claim claims claimed insist insists insisted believe believes believed think thinks"
    " contend contends contended maintain maintains complain complains complained object objects objected fear fears"
    " feared worry worries worried suggest suggests suggested reply replies replied point points add adds counter"
    " countered doubt doubts".split()
)


def voice(tokens: Tokens, voices: Voices) -> Voice | None:
    """Return who speaks in these words, or None for the author."""
    if not tokens.words:
        return None
    return _impersonal(tokens, voices) or _by_verb(tokens, voices) or _according(tokens) or _possessive(tokens, voices)


def is_quotation(tokens: Tokens) -> bool:
    """Tell whether most of the words stand between quotation marks."""
    quoted = sum(quote.end - quote.start for quote in quoted_spans(tokens.text, tokens.span))
    return quoted > 0.5 * (tokens.span.end - tokens.span.start)


def _impersonal(tokens: Tokens, voices: Voices) -> Voice | None:
    for first, last in voices.impersonal.all(tokens.folded):
        matched = tokens.between(first, last)
        return Voice(re.sub(r"\s(?:is|has)$", "", matched), matched, view=True)
    return None


def _by_verb(tokens: Tokens, voices: Voices) -> Voice | None:
    for place, word in enumerate(tokens.folded):
        if word in _FINDS:
            document = _document_before(tokens, place, voices)
            if document:
                return Voice(document, f"{document} {tokens.words[place].text}", view=False, document=True)
        if word not in voices.verbs:
            continue
        found = _subject_before(tokens, place, voices) or _subject_after(tokens, place, voices)
        if found:
            view = word in _VIEW_VERBS and not any(part[0].isupper() for part in found.split()[1:])
            return Voice(found, f"{found} {tokens.words[place].text}", view)
    return None


def _document_before(tokens: Tokens, verb: int, voices: Voices) -> str:
    """Return "a survey by the harbour board" before "found"."""
    first, last = _subject(tokens, verb)
    here = tokens.folded[first:last]
    if len(here) < 2 or voices.documents.isdisjoint(here) or here[0] in ("this", "that", "these", "those", "no"):
        return ""
    return "" if here[-1] in _NO_HEAD else tokens.between(first, last)


def _subject(tokens: Tokens, verb: int) -> tuple[int, int]:
    """Return the words before a verb that may be its subject; equal numbers for none."""
    last = verb
    while last > 0 and tokens.folded[last - 1] in _BETWEEN and not _BREAK.search(tokens.gap(last)):
        last -= 1
    if _BE.intersection(tokens.folded[last:verb]):
        # "They were never asked": told to them, not by them.
        return verb, verb
    first = last
    while first > 0 and last - first < _MAX_SUBJECT:
        if _BREAK.search(tokens.gap(first)) or tokens.folded[first - 1] in _STOPS:
            break
        first -= 1
    while first < last and tokens.folded[first] in ("and", "now", "then", "here", "today"):
        first += 1
    if first > 0 and tokens.folded[first - 1] in _EMBEDS and not _BREAK.search(tokens.gap(first)):
        return last, last
    return first, last


def _subject_before(tokens: Tokens, verb: int, voices: Voices) -> str:
    first, last = _subject(tokens, verb)
    if first == last or tokens.folded[last - 1] in _NO_HEAD:
        return ""
    if tokens.folded[verb] in _OFTEN_NOUNS and voices.people.isdisjoint(tokens.folded[first:last]):
        return ""
    found = _if_speaker(tokens, first, last, voices)
    if found or last - first < 2 or tokens.folded[first] not in _INTRODUCES:
        return found
    # "The keeper replied that …", "One class wrote that …": who speaks in so many words need not be on the list.
    speaks = _AGENT.fullmatch(tokens.folded[last - 1]) or tokens.folded[verb] in _SPEAKS
    return tokens.between(first, last) if speaks and "that" in tokens.folded[verb + 1 : verb + 3] else ""


def _subject_after(tokens: Tokens, verb: int, voices: Voices) -> str:
    """Return the speaker of `…,” said the mayor`."""
    if not any(mark in tokens.gap(verb) for mark in ',”"') or tokens.folded[verb] in ("reports", "claims"):
        return ""
    last = verb + 1
    while last < len(tokens.words) and last - verb <= 5 and not _BREAK.search(tokens.gap(last)):
        last += 1
    return _if_speaker(tokens, verb + 1, last, voices) if last > verb + 1 else ""


def _if_speaker(tokens: Tokens, first: int, last: int, voices: Voices) -> str:
    """Return the words as a speaker's name, or "" when they name no one who could speak."""
    folded = tokens.folded[first:last]
    head = folded[-1]
    if head in voices.not_people or folded[0] in ("i", "we", "you", "nobody", "nothing", "no", "this", "that"):
        return ""
    if head.endswith(("'s", "s'")):
        return ""
    if len(folded) == 1 and head in voices.pronouns:
        return "" if head == "it" else tokens.words[first].text
    named = tokens.words[last - 1].text[0].isupper() and head not in _ARTICLES
    # A single capital that opens the sentence says nothing about being a name, unless the word is no common one.
    if named and last - first == 1 and tokens.words[first].start == tokens.span.start:
        named = not head.endswith("ing") and head not in ("history", "evidence", "common")
    of_people = any(word in voices.people for word in folded[:4]) or head in voices.people
    return tokens.between(first, last) if named or of_people else ""


def _according(tokens: Tokens) -> Voice | None:
    folded = tokens.folded
    for place in range(len(folded) - 2):
        if folded[place] != "according" or folded[place + 1] != "to":
            continue
        last = place + 3
        while last < len(folded) and last - place < 8 and not _BREAK.search(tokens.gap(last)):
            last += 1
        # In the middle of the sentence it speaks for a part only.
        if place == 0 or last == len(folded):
            return Voice(tokens.between(place + 2, last), tokens.between(place, last), view=False)
    return None


def _possessive(tokens: Tokens, voices: Voices) -> Voice | None:
    """Return the speaker of "the mayor's proposals include"."""
    folded = tokens.folded
    for place, word in enumerate(folded[:6]):
        if not word.endswith(("'s", "s'")):
            continue
        for noun in range(place + 1, min(place + 4, len(folded) - 1)):
            says = folded[noun + 1]
            if folded[noun] in voices.nouns_of_saying and says in _SAYS_OF:
                if says in ("is", "are", "was", "were") and folded[noun + 2 : noun + 3] != ("that",):
                    return None
                name = tokens.between(0, place + 1)
                return Voice(re.sub(r"['’]s?$", "", name), tokens.between(0, noun + 2), view=False)
    return None


def quotation_of(tokens: Tokens) -> str:
    """Return the first words between quotation marks, as the reason to show."""
    quotes = quoted_spans(tokens.text, tokens.span)
    return Span(quotes[0].start, min(quotes[0].end, quotes[0].start + 40)).of(tokens.text) if quotes else ""
