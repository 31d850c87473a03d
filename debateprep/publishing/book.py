"""Documents that flow: blocks over pages with a running head and feet, bookmarks, and contents made in one pass."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from debateprep.publishing.blocks import Block, Entry, Flow, place_stack
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.lines import Style
from debateprep.publishing.look import HAIR, Typesetter
from debateprep.publishing.options import PageOptions
from debateprep.publishing.running import Frame, footers
from debateprep.publishing.structure import Element, Tree
from debateprep.publishing.surface import Bookmark, Surface
from debateprep.publishing.text import clip

_CONTENTS_FROM = 3
_LONGEST_TITLE = 150


class Book(ABC):
    """A document that flows over pages; subclasses say what its front and its body are.

    The body is made while pages are filled. Where contents are wanted and there are enough pages for them, they are
    made last, from the pages that the body took, and stand with the front before it.
    """

    has_contents = False
    extra = 0.0
    """Type that is larger or smaller than the user's, in points: dense and roomy layouts."""

    def __init__(self, options: PageOptions, breaker: Breaker, tree: Tree, frame: Frame) -> None:
        self.options = options
        self.frame = frame
        self.width = frame.inner
        self.setter = Typesetter(breaker, options.body_size + self.extra, ink_saver=options.ink_saver, tree=tree)
        self.setter.dress(options)
        self.done = 0
        self.total = 1
        self.contents = False
        self.entries: list[Bookmark] = []
        self._front: list[Block] = []
        self._opening: Element | None = None
        self._page_of: dict[str, int] = {}

    @abstractmethod
    def front(self) -> list[Block]:
        """Return the blocks before the contents."""

    @abstractmethod
    def body(self) -> Iterator[Block]:
        """Make the blocks after the contents one by one, marking in `done` what is made."""

    @property
    def tree(self) -> Tree:
        """Return the structure of the document."""
        return self.setter.tree

    def pages(self) -> Iterator[Surface]:
        """Make the pages of the body; with contents, `finish` adds those before it."""
        whole = self._paginate(chain(self.front(), self.body()))
        if self.has_contents and self.options.contents:
            first = list(islice(whole, _CONTENTS_FROM))
            if len(first) == _CONTENTS_FROM and self.entries:
                self._begin_again()
                self._front = self.front()
                self._opening = self.tree.open("Sect")
                yield from self._paginate(self.body())
                return
            yield from first
        yield from whole

    def _begin_again(self) -> None:
        self.contents = True
        self.setter.tree = Tree(keeps_words=self.tree.keeps_words)
        self.entries, self._page_of, self.done = [], {}, 0

    def finish(self, pages: list[Surface]) -> list[Surface]:
        """Return the pages with the contents before them and their numbers at their feet."""
        if self._opening is not None:
            with self.tree.inside(self._opening):
                counted = len(list(self._paginate([*self._front, *self._contents({}, len(pages))])))
                numbers = {key: counted + page for key, page in self._page_of.items()}
                last = counted + len(pages)
                pages = [*self._paginate([*self._front, *self._contents(numbers, last)]), *pages]
        footers(pages, self.frame, self.options, self.setter)
        return pages

    def _paginate(self, blocks: Iterable[Block]) -> Iterator[Surface]:
        flow = Flow(blocks)
        number = 0
        while flow.queue or not number:
            number += 1
            page = self.frame.page(self.setter)
            place_stack(flow.take(self.frame.room), page, self.frame.left, self.frame.top)
            for mark, _ in page.bookmarks:
                self._page_of[mark.key] = number
            yield page

    def bookmark(self, title: str, level: int) -> Bookmark:
        """Return a new entry of the outline and the contents; a level is never skipped."""
        before = self.entries[-1].level if self.entries else -1
        shown = clip(title, _LONGEST_TITLE) or "Untitled"
        mark = Bookmark(f"b{len(self.entries) + 1}", shown, min(level, before + 1))
        self.entries.append(mark)
        return mark

    def _contents(self, numbers: dict[str, int], last: int) -> list[Block]:
        setter = self.setter
        title = Style(bold=True, size=setter.size + 2)
        found: list[Block] = [setter.text([("Contents", title)], self.width, before=16, keep=True, role="H2")]
        room = setter.breaker.width(str(last), setter.sans) + 30
        with self.tree.inside("TOC"):
            for mark in self.entries:
                style = setter.strong if mark.level == 0 else setter.sans if mark.level == 1 else setter.small
                before = {0: 7.0, 1: 2.5}.get(mark.level, 0.0)
                number = str(numbers.get(mark.key, last))
                with self.tree.inside("TOCI"):
                    text = setter.text(
                        [(mark.title, style)],
                        self.width - room,
                        spread=1.35,
                        indent=12.0 * min(mark.level, 5),
                        role="Link",
                    )
                line = setter.breaker.lines([(number, style)], room)[0]
                words = f"{mark.title}, page {number}"
                found.append(Entry(text, self.width, line, mark.key, words=words, dots=HAIR, before=before))
        return found
