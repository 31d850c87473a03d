"""Documents that flow: blocks over pages with a running head and feet, bookmarks, and contents made in one pass."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from debateprep.publishing.blocks import Block, Entry, Flow, Text, place_stack, stacked_height
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.forms import Fields
from debateprep.publishing.layout import Tick, nothing
from debateprep.publishing.lines import Style
from debateprep.publishing.look import HAIR, INK, MUTE, Typesetter
from debateprep.publishing.options import PageOptions
from debateprep.publishing.running import Frame, footers
from debateprep.publishing.structure import Element, Tree
from debateprep.publishing.surface import Bookmark, Surface
from debateprep.publishing.text import clip

_CONTENTS_FROM = 3
_LONGEST_TITLE = 150
_TITLE_LINES = 8
"""The most lines of an entry of the contents, which stays on one page: more is only needed for signs no font has."""


class Book(ABC):
    """A document that flows over pages; subclasses say what its front and its body are.

    The body is made while pages are filled. Where contents are wanted and there are enough pages for them, they are
    made last, from the pages that the body took, and stand with the front before it.
    """

    has_contents = False
    says_works = False
    """Whether a ° on a page can point to the works cited at the end."""
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

    def finish(self, pages: list[Surface], tick: Tick = nothing) -> list[Surface]:
        """Return the pages with the contents before them and their numbers at their feet."""
        if self._opening is not None:
            with self.tree.inside(self._opening):
                opening = Flow(chain(self._front, self._contents(len(pages) + 10, tick)))
                stacks: list[list[Block]] = []
                while opening.queue:
                    stacks.append(opening.take(self.frame.room))
            before = len(stacks)
            for count, entry in enumerate(block for stack in stacks for block in stack):
                if count % 64 == 0:
                    tick()
                if isinstance(entry, Entry):
                    entry.tell(self.setter, before + self._page_of.get(entry.key, 0))
            pages = [*(self._filled(stack) for stack in stacks), *pages]
        works = self.says_works and self.options.works_cited
        footers(pages, self.frame, self.options, self.setter, works=works, tick=tick)
        return pages

    def _filled(self, blocks: list[Block]) -> Surface:
        page = self.frame.page(self.setter)
        place_stack(blocks, page, self.frame.left, self.frame.top)
        self.decorate(page, blocks)
        return page

    def _paginate(self, blocks: Iterable[Block]) -> Iterator[Surface]:
        flow = Flow(blocks)
        number = 0
        while flow.queue or not number:
            number += 1
            taken = flow.take(self.frame.room)
            if not flow.queue or flow.queue[0].new_page:
                _spread_out(taken, self.frame.room)
            page = self._filled(taken)
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

    def decorate(self, page: Surface, blocks: list[Block]) -> None:  # noqa: B027 - most layouts add nothing
        """Add to a page what goes with the blocks on it; here nothing."""

    # What pages are made of

    def title(self, words: str, *, larger: float = 9.0) -> Block:
        """Return the document's title."""
        head = [(words, Style(bold=True, size=self.setter.size + larger))]
        return self.setter.text(head, self.width, spread=1.22, keep=True, role="H1")

    def motion(self, words: str, before: float = 1.0) -> Block:
        """Return what is debated."""
        style = Style(serif=not self.options.dyslexia, italic=True, size=self.setter.size + 1, colour=MUTE)
        return self.setter.text([(words, style)], self.width, spread=1.35, before=before)

    def label(self, words: str, width: float = 0.0, *, before: float = 8.0, role: str = "P") -> Text:
        """Return a small label above what it names."""
        style = Style(bold=True, size=max(7.5, self.setter.size - 3.5), colour=MUTE, track=0.5)
        runs = [(words.upper(), style)]
        return self.setter.text(runs, width or self.width, spread=1.5, before=before, keep=True, role=role)

    def words(
        self,
        words: str,
        width: float = 0.0,
        *,
        bold: bool = False,
        larger: float = 0.0,
        before: float = 0.0,
        serif: bool = False,
        colour: str = INK,
        role: str = "P",
        keep: bool = False,
    ) -> Text:
        """Return a plain paragraph."""
        setter = self.setter
        style = replace(setter.body if serif else setter.sans, bold=bold, colour=colour)
        style = replace(style, size=style.size + larger)
        return setter.text([(words, style)], width or self.width, before=before, role=role, keep=keep, spread=1.36)

    def fields(self, *labels: tuple[str, float]) -> Block:
        """Return labels with lines to write on, each with its share of the width."""
        style = replace(self.setter.small_strong, colour=MUTE)
        texts = [self.setter.text([(label, style)], self.width, spread=1.3) for label, _ in labels]
        widths = [text.lines[0].width for text in texts]
        return Fields(texts, widths, [share for _, share in labels], self.width, HAIR)

    def _contents(self, most: int, tick: Tick) -> Iterator[Block]:
        """Make the contents, without numbers: those are told once it is known how many pages the contents take."""
        setter = self.setter
        title = Style(bold=True, size=setter.size + 2)
        yield setter.text([("Contents", title)], self.width, before=16, keep=True, role="H2")
        room = setter.breaker.width(str(most), setter.strong) + 30
        with self.tree.inside("TOC"):
            for count, mark in enumerate(self.entries):
                if count % 32 == 0:
                    tick()
                style = setter.strong if mark.level == 0 else setter.sans if mark.level == 1 else setter.small
                before = {0: 7.0, 1: 2.5}.get(mark.level, 0.0)
                indent = 12.0 * min(mark.level, 5)
                with self.tree.inside("TOCI"):
                    runs = [(mark.title, style)]
                    text = setter.text(runs, self.width - room, spread=1.35, indent=indent, role="Link")
                yield Entry(text.opening(_TITLE_LINES), self.width, mark, style, dots=HAIR, before=before)


def _spread_out(blocks: list[Block], room: float) -> None:
    """Give what a page has left over to the blocks that grow, each the same."""
    growing = [block for block in blocks if block.grows]
    left = room - stacked_height(blocks) - 0.5
    for block in growing if left > 0 else ():
        block.grow(left / len(growing))
