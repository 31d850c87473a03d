"""Words divided at the ends of lines: joined only where it is safe, otherwise the hyphen stays and is told."""

import re
from collections import Counter

_TAIL = re.compile(r"([^\W\d_]+(?:[-‐’'][^\W\d_]+)*)[-‐\u00ad]$")
_HEAD = re.compile(r"^([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_VOWEL = re.compile(r"[aeiouyäöüàáâèéêìíîòóôùúûåæø]", re.IGNORECASE)
# Ends of words that are no words themselves; what comes before one is divided, not compounded.
_ENDS = re.compile(
    r"(?:[tsc]ions?|[tsc]ional(?:ly|s)?|[tsc]ioned|[tsc]ioning|m?ents?|mental(?:ly)?|ness(?:es)?|[a-z]?ities|[a-z]?ity|"
    r"ings?|ingly|tives?|tively|ances?|ences?|ancy|ency|tures?|tured|[tc]ial(?:ly)?|ously|tious|cious|isms?|ists?|"
    r"[a-z]?iz(?:e|es|ed|ing|ation)|[a-z]?is(?:ed|ing|ation)|ably|ibly|ively|ern(?:ment|ments)|ers|tic(?:al|ally|s)?|"
    r"lar(?:ly)?|ters|ther|tween|cause|ple|ble|bly|tle|gle|dle|ture|struction|structions|duction|ception|sequence|"
    r"sequently|versity|versities|mittee|tain(?:s|ed|ing)?|nomic|nomics|nomy|ology|ological|graphy)",
    re.IGNORECASE,
)


class Joiner:
    """Joins lines of one document; `doubtful` holds the divided words whose hyphen was kept for want of a proof."""

    def __init__(self, lines: list[str]) -> None:
        self._known = Counter(
            word.replace("‐", "-").casefold() for line in lines for word in _WORD.findall(_TAIL.sub("", line))
        )
        self.doubtful: list[str] = []

    def join(self, lines: list[str]) -> str:
        """Return the lines as one, blanks between them, divided words put together."""
        whole = ""
        for line in lines:
            whole = self._added(whole, line) if whole else line
        return whole.replace("\u00ad", "")

    def _added(self, whole: str, line: str) -> str:
        tail, head = _TAIL.search(whole), _HEAD.match(line)
        if tail is None or head is None or not head[1][0].islower():
            # A hyphen before a digit or a capital belongs to the word: Anglo-|Irish, mid-|2020.
            bound = re.search(r"\w[-‐]$", whole) is not None and line[:1].isalnum()
            dash = re.search(r"\w[—]$", whole) is not None
            return whole + line if bound or dash else f"{whole} {line}"
        if whole.endswith("\u00ad") or self._divided(tail[1], head[1]):
            return whole[:-1] + line
        return whole + line

    def _divided(self, first: str, second: str) -> bool:
        """Tell whether the hyphen is the printer's and not the word's."""
        joined, compound = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
        if self._known[compound]:
            return False
        if self._known[joined]:
            return True
        last = re.split("[-‐]", first)[-1].casefold()
        if not self._known[last] and not _VOWEL.search(last):
            return True
        if not _VOWEL.search(second) or (_ENDS.fullmatch(second) and not self._known[last]):
            return True
        self.doubtful.append(f"{first}-{second}")
        return False
