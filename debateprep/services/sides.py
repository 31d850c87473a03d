"""Which side of a topic each position helps: offered with its reason, never decided for the user."""

from debateprep.domain.model import Position, Source, Topic
from debateprep.domain.terms import PositionStatus, Side
from debateprep.finding import SideOffer, Thesis, thesis_side
from debateprep.services import positions
from debateprep.storage.edit import Reader
from debateprep.storage.library import Library


def thesis(library: Library, source_id: int, topic_id: int) -> Thesis:
    """Return which side a source argues on a topic; raise ServiceError when it has no text and no side set.

    The side that the source is set to conclude for goes before what its claims tell, on the topic that it serves;
    a source whose positions were kept for other topics alone may argue anything on this one.
    """
    with library.read() as reader:
        source, topic = reader.get(Source, source_id), reader.get(Topic, topic_id)
        if source.concludes is not Side.NEITHER and _serves(reader, source, topic):
            return Thesis(SideOffer(source.concludes, "the source is set to conclude so."))
        text = positions.text_of(reader, source_id).text
    offered = positions.suggestions(library, source_id)
    return thesis_side(topic.resolution, text, [each.suggestion for each in offered])


def _serves(reader: Reader, source: Source, topic: Topic) -> bool:
    kept = reader.all(Position, source_id=source.id, status=PositionStatus.KEPT.value)
    served = {each.topic_id for each in kept if each.topic_id is not None}
    return topic.id in served or not served


def offers(library: Library, source_id: int, topic_id: int) -> dict[int, SideOffer]:
    """Return the side that each suggestion helps, by its number; `Side.NEITHER` is "not clear", with the reason."""
    found = thesis(library, source_id, topic_id)
    return {
        each.number: found.helps(each.suggestion.role, each.suggestion.speaker)
        for each in positions.suggestions(library, source_id)
    }


def kept_offers(library: Library, source_id: int, topic_id: int) -> dict[int, SideOffer]:
    """Return the same for the source's kept positions, by position id."""
    found = thesis(library, source_id, topic_id)
    with library.read() as reader:
        kept = reader.all(Position, source_id=source_id, status=PositionStatus.KEPT.value)
    return {each.id: found.helps(each.role, each.speaker) for each in kept}
