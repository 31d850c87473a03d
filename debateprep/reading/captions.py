"""The marks by which captions, credits, adverts and other words that are no part of an argument are known."""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    """Return a pattern that matches where any of the given ones does, in any case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_AGENCIES = (
    r"(?:AP|AFP|EPA|PA|UPI|EFE|DPA|TASS|ANP|AAP|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|Alamy|Bloomberg|Rex|"
    r"Zuma|iStock|Unsplash|Wikimedia(?: Commons)?|Flickr)"
)
_LABEL = _any(
    r"[\[(]?(?:photo(?:graph(?:er|y)?)?s?|picture|image|illustration|credit|caption|video)"
    r"(?:\s+(?:credit|source|caption|illustration))?s?\s*(?::|\bby\b|/|\|)\s*\S",
    r"fig(?:ure)?\.?\s*\d+\s*[:.]",
)
_CREDITS = (
    re.compile(r"\s[-–—|]\s(?:[^\s/]+\s){0,4}[^\s/]+/[A-Z][A-Za-z]{1,14}(?:\s(?:Images|Photos|News))?$"),
    re.compile(
        r"[(\[.\s](?:photo(?:graph)?|picture|image|credit|illustration)s?(?:\s+by|\s*:|/)\s*[^\W\d_][^.]{1,60}[)\]]?\.?$",
        re.IGNORECASE,
    ),
    re.compile(r"©\s?\S[^.]{0,60}\.?$"),
    re.compile(rf"(?:/|\(|[-–—|©]\s|via\s)(?:[^\W\d_][\w.’' -]{{0,40}}/)?{_AGENCIES}(?:/[\w ]+)?[)\]]?$"),
)
_COPYRIGHT = re.compile(r"^(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)

_LINKED = (
    r"related(?: (?:articles?|stories|content|posts?|reading|links?))?|recommended(?: reading| for you)?|more from|"
    r"most (?:read|popular|viewed)|you (?:may|might) also like|more on this(?: story)?"
)
_ADVERT = _any(
    r"[\[(]?(?:advertisements?|adverts?|ads?|sponsored(?: content| by .{1,40})?|promoted(?: content)?)[\])]?:?$",
    r"advertisement: .*$",
    r"(?:paid (?:post|content)|skip (?:past|advert).*|continue reading(?: below)?)$",
    r"(?:story|article) continues (?:after|below).*$",
    rf"(?:read more|see (?:also|more)|{_LINKED}|don['’]t miss|editor['’]s picks?|trending|watch|listen)\s*[:|»›→]",
    r"(?:related (?:articles?|stories|content|posts?)|recommended for you|most (?:read|viewed)|read more)[.…]?$",
    r"(?:trending(?: now)?|you (?:may|might) also like|more on this story|see also)[.…]?$",
    r"(?:more from|read more (?:from|on|about)) [^.]{1,60}$",
    r"(?:subscribe|sign up|register|log in|sign in|donate|download)(?:\s+(?:now|today|here|free|in|for free))?[.!]?$",
    r"(?:please\s+)?(?:subscribe|sign up|register|download|join)\b.{0,120}"
    r"\b(?:newsletters?|inbox|e-?mails?|free trial|our app|the app|unlimited access|alerts)\b.{0,80}$",
    r"(?:please\s+)?(?:subscribe|sign in|log in|register|sign up)\s+to\s+(?:continue|keep|finish)\s+reading\b.{0,60}$",
    r"subscribe\s+(?:to|for)\b.{0,60}\b(?:today|now|from [$£€]\d.*|podcast|channel)[.!]?$",
    r"(?:get|receive)\b.{0,100}\b(?:newsletter|(?:to|in) your inbox)\b.{0,60}$",
    r"support (?:our|independent) journalism\b.{0,80}$",
    r"click here\b.{0,100}$",
    r"(?:share|tweet|print|email)(?: this)?(?: (?:article|story|page|post))?(?: on \w+)?[.!]?$",
    r"(?:follow|like) us on\b.{0,80}$",
)
_NOTICE = _any(
    r"all rights reserved\b.{0,80}$",
    r"we use cookies\b.*$",
    r"this (?:site|website) uses cookies\b.*$",
    r"(?:accept|reject|manage) (?:all )?cookies\b.*$",
    r"cookie (?:policy|settings|preferences)$",
    r"(?:comments?(?: \(\d+\))?|\d+ comments|leave a comment|view comments|back to top|privacy policy)$",
    r"(?:tags|topics|filed under|categories)\s*:\s*[^.]{1,160}$",
    r"terms (?:of (?:use|service)|and conditions)$",
    r"(?:the )?views expressed\b.{0,200}$",
    r"this (?:article|piece|essay|column|story) (?:was|is|has been|first|originally)\b.{0,40}"
    r"\b(?:published|appeared|amended|updated|republished)\b.{0,160}$",
    r"(?:first|originally) published (?:in|by|on|at)\b.{0,120}$",
)
_DATELINE = re.compile(r"[A-Z][A-Z .,’'-]{2,40}(?:,\s[\w .]{1,30})?(?:\s?\([A-Za-z ]{2,20}\))?\s?[-–—]$")


def is_caption(words: str) -> bool:
    """Tell whether a block is a caption or a credit by its own words."""
    count = len(words.split())
    if count > 60:
        return False
    if _COPYRIGHT.match(words):
        return count <= 25
    if _LABEL.match(words):
        return count <= 40
    return any(credit.search(words) for credit in _CREDITS)


def is_advert(words: str) -> bool:
    """Tell whether a block only sells, links or asks to subscribe."""
    return len(words) <= 240 and _ADVERT.match(words) is not None


def is_notice(words: str) -> bool:
    """Tell whether a block belongs to the page or the publisher, not to the article, or holds no word at all."""
    if not any(sign.isalnum() for sign in words):
        return True
    return len(words) <= 300 and (_NOTICE.match(words) or _DATELINE.match(words)) is not None
