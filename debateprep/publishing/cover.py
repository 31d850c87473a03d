"""The cover of a document: what it is, what is debated, whose it is."""

from debateprep.domain.terms import Side
from debateprep.publishing.blocks import Block, Gap
from debateprep.publishing.lines import Style
from debateprep.publishing.look import MUTE, Typesetter
from debateprep.publishing.options import PageOptions
from debateprep.publishing.running import Frame


def cover_blocks(
    setter: Typesetter,
    frame: Frame,
    title: str,
    resolution: str,
    side: Side | None,
    stance: str,
    options: PageOptions,
) -> list[Block]:
    """Return the blocks of a cover page; what follows must begin a page of its own."""
    width = frame.inner
    found: list[Block] = [Gap(frame.room * 0.22)]
    if side is not None:
        sign = Style(bold=True, size=setter.size + 4, colour=setter.side_colour(side), track=0.6)
        found.append(setter.text([(f"{side.sign} {side.label.upper()}", sign)], width))
    found.append(setter.text([(title, Style(bold=True, size=setter.size + 21))], width, spread=1.18, role="H1"))
    if resolution:
        motion = Style(serif=True, italic=True, size=setter.size + 5)
        found.append(setter.text([(resolution, motion)], width * 0.86, spread=1.4, before=10))
    if stance:
        found.append(setter.text([(stance, Style(bold=True, size=setter.size + 1))], width * 0.86, before=14))
    owner = "\n".join(part for part in (options.header_name, options.school, options.printed) if part)
    if owner:
        found.append(setter.text([(owner, Style(size=setter.size, colour=MUTE))], width, spread=1.5, before=40))
    return found
