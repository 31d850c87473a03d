"""A map's drawing as an SVG file: text as text, nothing from elsewhere, the same drawing the same bytes."""

from collections.abc import Iterator
from html import escape

from debateprep.publishing.lines import Segment
from debateprep.publishing.map_drawing import PRINT, Item, MapDrawing, Panel, Point, Shape, Stroke, Words
from debateprep.publishing.text import encodable

_FAMILIES = "'Noto Sans', 'Noto Sans Symbols2', 'Noto Sans Math', 'Noto Sans Symbols', sans-serif"


def export_svg(drawing: MapDrawing) -> bytes:
    """Return the SVG file of a drawing.

    Each piece of text carries its measured width, so that a reader without the fonts keeps it inside its card.
    """
    width, height = _number(drawing.width), _number(drawing.height)
    title, subject = _text(drawing.title or drawing.subject), _text(drawing.subject)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"',
        f'  role="img" font-family="{_FAMILIES}">',
        f"<title>{title}</title>",
        f"<desc>{subject}</desc>",
        f'<rect width="{width}" height="{height}" fill="{PRINT["paper"]}"/>',
        *(_shown(item) for item in drawing.heading),
        '<g id="edges" stroke-linecap="round">',
        *(_shown(item) for edge in drawing.edges for item in edge.items),
        "</g>",
    ]
    for card in drawing.cards:
        parts.append(f'<g transform="translate({_number(card.x)} {_number(card.y)})">')
        parts += [_shown(item) for item in card.items]
        parts.append("</g>")
    parts.append("</svg>\n")
    return "\n".join(parts).encode("utf-8")


def _shown(item: Item) -> str:
    if isinstance(item, Panel):
        return _panel(item)
    if isinstance(item, Stroke):
        return f'<path d="{_path(item.points)}" fill="none"{_stroke(item.colour, item.thickness, item.dash)}/>'
    if isinstance(item, Shape):
        points = " ".join(f"{_number(x)},{_number(y)}" for x, y in item.points)
        return f'<polygon points="{points}" fill="{PRINT[item.fill]}"/>'
    return "".join(_words(item))


def _panel(item: Panel) -> str:
    radius = f' rx="{_number(item.radius)}"' if item.radius else ""
    fill = PRINT[item.fill] if item.fill else "none"
    stroke = _stroke(item.stroke, item.thickness, item.dash) if item.stroke else ""
    return (
        f'<rect x="{_number(item.x)}" y="{_number(item.y)}" width="{_number(item.width)}" '
        f'height="{_number(item.height)}"{radius} fill="{fill}"{stroke}/>'
    )


def _stroke(colour: str, thickness: float, dash: tuple[float, ...]) -> str:
    dashes = f' stroke-dasharray="{" ".join(map(_number, dash))}"' if dash else ""
    return f' stroke="{PRINT[colour]}" stroke-width="{_number(thickness)}"{dashes}'


def _path(points: tuple[Point, ...]) -> str:
    start, *rest = (f"{_number(x)} {_number(y)}" for x, y in points)
    return f"M{start} {'C' if len(rest) == 3 else 'L'}{' '.join(rest)}"


def _words(item: Words) -> Iterator[str]:
    x = item.x
    for segment in item.line.segments:
        if segment.text.strip():
            yield _segment(segment, x, item.baseline)
        x += segment.width


def _segment(segment: Segment, x: float, baseline: float) -> str:
    style = segment.style
    weight = ' font-weight="700"' if style.bold else ""
    # The space that ends a broken line is in its text, and not in its width.
    text = segment.text.rstrip(" ")
    led = len(text) - len(text.lstrip(" "))
    kept = ' xml:space="preserve"' if led else ""
    measured = f' textLength="{_number(segment.width)}" lengthAdjust="spacingAndGlyphs"' if text == segment.text else ""
    return (
        f'<text x="{_number(x)}" y="{_number(baseline)}" font-size="{_number(style.size)}"{weight} '
        f'fill="{PRINT[style.colour]}"{measured}{kept}>{_text(text)}</text>'
    )


def _text(text: str) -> str:
    return escape(encodable(text), quote=False)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"
