"""LaTeX's way of writing letters, decoded to Unicode, and what must be escaped to write a BibTeX value."""

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "S": "§", "P": "¶", "pounds": "£", "euro": "€", "texteuro": "€", "copyright": "©", "dots": "…",
    "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`", "textquotesingle": "'",
    "textquotedbl": '"', "textdegree": "°", "textregistered": "®", "texttrademark": "™", "LaTeX": "LaTeX",
    "TeX": "TeX", "BibTeX": "BibTeX", "guillemotleft": "«", "guillemotright": "»",
}  # fmt: skip
_DROPPED = frozenset(
    "emph textit textbf textsc texttt textrm textsf textnormal textup textsl url path mbox text it bf em sc rm tt sf "
    "mkbibemph mkbibitalic mkbibbold protect relax bibinfo natexlab uppercase MakeUppercase noopsort".split()
)
_QUOTES = frozenset({"enquote", "mkbibquote"})
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))
_COMMAND = re.compile(r"[A-Za-z]+")
_ESCAPES = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "%": "\\%",
    "&": "\\&",
    "#": "\\#",
    "_": "\\_",
    "$": "\\$",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
}
_IN_ADDRESSES = {sign: _ESCAPES[sign] for sign in "\\{}"}


def decode(value: str, *, address: bool = False) -> str:
    """Return a BibTeX value as text: accents composed, braces gone, unknown commands kept as they are.

    In an `address` only escapes are undone: ~ and -- mean themselves there.
    """
    out: list[str] = []
    at = 0
    while at < len(value):
        sign = value[at]
        if sign == "\\":
            piece, at = _backslash(value, at + 1)
            out.append(piece)
            continue
        ligature = next((pair for pair in _LIGATURES if value.startswith(pair[0], at)), None)
        if sign in "{}":
            at += 1
        elif ligature is not None and not address:
            out.append(ligature[1])
            at += len(ligature[0])
        else:
            out.append(" " if sign == "~" and not address else sign)
            at += 1
    return " ".join(unicodedata.normalize("NFC", "".join(out)).split()) if not address else "".join(out).strip()


def _backslash(value: str, at: int) -> tuple[str, int]:
    """Return what a command at `at`, after its backslash, stands for, and where the text goes on."""
    word = _COMMAND.match(value, at)
    if word is None:
        sign = value[at : at + 1]
        if sign in _ACCENTS and sign:
            return _accented(value, at + 1, _ACCENTS[sign])
        return (" " if sign in " \\,;" else "" if sign in "-/!" else sign), at + 1
    name = word.group()
    if name in _ACCENTS and name not in _LETTERS:
        return _accented(value, word.end(), _ACCENTS[name])
    if name in _LETTERS:
        return _LETTERS[name], _after(value, word.end())
    if name in _QUOTES and value[word.end() : word.end() + 1] == "{":
        end = _closing(value, word.end())
        return f"“{decode(value[word.end() + 1 : end])}”", end + 1
    return ("" if name in _DROPPED else f"\\{name}"), word.end() + (name in _DROPPED and value[word.end() :][:1] == " ")


def _after(value: str, at: int) -> int:
    """Skip what only ends a command: an empty group, or one space."""
    if value.startswith("{}", at):
        return at + 2
    return at + 1 if value[at : at + 1] == " " else at


def _closing(value: str, at: int) -> int:
    depth = 0
    for place in range(at, len(value)):
        if value[place] in "{}" and value[place - 1 : place] != "\\":
            depth += 1 if value[place] == "{" else -1
            if not depth:
                return place
    return len(value)


def _accented(value: str, at: int, mark: str) -> tuple[str, int]:
    while value[at : at + 1] == " ":
        at += 1
    if value[at : at + 1] == "{":
        end = _closing(value, at)
        inner = value[at + 1 : end]
        at = end + 1
    elif value[at : at + 1] == "\\" and (word := _COMMAND.match(value, at + 1)):
        inner, at = value[at : word.end()], _after(value, word.end())
    else:
        inner, at = value[at : at + 1], at + 1
    letters = {"\\i": "i", "\\j": "j"}.get(inner.strip(), inner.replace("\\", ""))
    return unicodedata.normalize("NFC", letters[:1] + mark + letters[1:]) if letters else "", at


def encode(text: str, *, address: bool = False) -> str:
    """Return text as a BibTeX value without its braces; letters stay Unicode."""
    escapes = _IN_ADDRESSES if address else _ESCAPES
    written = "".join(escapes.get(letter, letter) for letter in text)
    if address:
        return written
    # A pair that TeX would draw together is kept apart.
    return re.sub(r"([-'])(?=\1)", r"\1{}", written)
