"""Two pages on one sheet: each is laid out on half the paper, so that type keeps its size."""

from collections.abc import Iterator

from debateprep.publishing.layout import Layout, Tick, all_pages, nothing
from debateprep.publishing.look import HAIR, Typesetter
from debateprep.publishing.surface import Item, RuleItem, Surface, TextItem

_DASH = (2.0, 3.0)


class TwoUp:
    """Puts the pages of a layout side by side on sheets that lie across."""

    def __init__(self, inner: Layout) -> None:
        self.inner = inner
        self.total = inner.total

    @property
    def setter(self) -> Typesetter:
        """Return the typesetter of the pages."""
        return self.inner.setter

    @property
    def done(self) -> int:
        """Return how many parts are made."""
        return self.inner.done

    @property
    def contents(self) -> bool:
        """Tell whether the pages open with contents."""
        return self.inner.contents

    def pages(self) -> Iterator[Surface]:
        """Make the sheets, once all pages are there."""
        pages = all_pages(self.inner)
        for at in range(0, len(pages), 2):
            yield _sheet(pages[at : at + 2])

    def finish(self, pages: list[Surface], _tick: Tick = nothing) -> list[Surface]:
        """Return the sheets as they are."""
        return pages


def _sheet(pages: list[Surface]) -> Surface:
    width, height = pages[0].width, pages[0].height
    sheet = Surface(2 * width, height)
    sheet.items.append(RuleItem(width, 24, width, height - 24, HAIR, 0.5, _DASH))
    for number, page in enumerate(pages):
        shift = number * width
        sheet.items += [_moved(item, shift) for item in page.items]
        sheet.links += [link._replace(x=link.x + shift) for link in page.links]
        sheet.bookmarks += page.bookmarks
    return sheet


def _moved(item: Item, shift: float) -> Item:
    if isinstance(item, RuleItem):
        return item._replace(x1=item.x1 + shift, x2=item.x2 + shift)
    if isinstance(item, TextItem):
        return item._replace(x=item.x + shift)
    return item._replace(x=item.x + shift)
