"""The tables of a library. Each user table has a row number, a stable uid, times, and a place in the trash."""

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

# Columns that say when and how a row came to be, not what it says; the content hash leaves them out.
BOOKKEEPING = frozenset({"id", "uid", "created_at", "modified_at", "deleted_at", "batch_id"})


def _ref(name: str, target: str, *, required: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=not required, index=True)


def _thing(name: str, *columns: Column[Any], added: tuple[Column[Any], ...] = ()) -> Table:
    # `added` are columns of later versions: they stand last, where a migration puts them.
    # AUTOINCREMENT: a row number is never given twice, so that history can always put a row back.
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("uid", String(32), nullable=False, unique=True),
        *columns,
        Column("created_at", String, nullable=False),
        Column("modified_at", String, nullable=False),
        Column("deleted_at", String),
        Column("batch_id", Integer, index=True),
        *added,
        sqlite_autoincrement=True,
    )


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default="0")


topic = _thing(
    "topic",
    _text("resolution"),
    _text("name"),
    _text("format"),
    _text("pro_stance"),
    _text("con_stance"),
    _text("notes"),
    _text("sample"),
    added=(Column("archived", Boolean, nullable=False, server_default="0"), _whole("evidence_since")),
)
source = _thing(
    "source",
    _text("kind"),
    _text("title"),
    _text("authors"),
    _text("qualifications"),
    _text("publication"),
    Column("issued", Text),
    _text("url"),
    Column("accessed", Text),
    _text("publisher"),
    _text("pages"),
    _text("language"),
    _text("file_name"),
    _text("note"),
    _text("concludes"),
    _text("sample"),
    added=(_text("details"),),
)
source_text = _thing(
    "source_text",
    _ref("source_id", "source", required=True),
    _text("text"),
    _text("blocks"),
    Column("sha256", String(64), nullable=False, index=True),
)
position = _thing(
    "position",
    _ref("source_id", "source", required=True),
    _ref("topic_id", "topic"),
    _text("statement"),
    _text("role"),
    _text("status"),
    _text("side"),
    _text("speaker"),
    Column("paragraph", Integer),
    Column("span_start", Integer),
    Column("span_end", Integer),
    Column("anchor_words", Integer),
    Column("anchor_sha256", String(64)),
    _text("but"),
)
position_link = _thing(
    "position_link",
    _ref("position_id", "position", required=True),
    _ref("under_id", "position", required=True),
)
card = _thing(
    "card",
    _text("tag"),
    _ref("source_id", "source"),
    _ref("topic_id", "topic"),
    _ref("position_id", "position"),
    _text("cite"),
    Column("paragraph", Integer),
    Column("span_start", Integer),
    Column("span_end", Integer),
)
# The words and their marks stand apart, so that lists of cards read narrow rows.
card_body = Table(
    "card_body",
    metadata,
    Column("id", Integer, ForeignKey("card.id"), primary_key=True),
    _text("quote"),
    _text("layers"),
    _text("other_tags"),
)
argument = _thing(
    "argument",
    _ref("topic_id", "topic", required=True),
    _text("side"),
    _text("claim"),
    _text("name"),
    _text("warrant"),
    _text("impact"),
    _text("notes"),
    added=(_text("status"), _whole("strength")),
)
support = _thing(
    "support",
    _ref("argument_id", "argument", required=True),
    _text("kind"),
    _ref("card_id", "card"),
    _ref("position_id", "position"),
    _text("text"),
    Column("rank", Integer, nullable=False),
)
answer = _thing(
    "answer",
    _ref("answering_id", "argument", required=True),
    _ref("target_id", "argument", required=True),
    _text("response"),
    Column("tier", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
    _text("wording"),
    added=(_text("grouped_as"),),
)
brief = _thing(
    "brief",
    _ref("topic_id", "topic", required=True),
    _text("side"),
    _text("title"),
    Column("main", Boolean, nullable=False),
)
section = _thing(
    "section",
    _ref("brief_id", "brief", required=True),
    _ref("parent_id", "section"),
    _text("part"),
    _text("kind"),
    _text("title"),
    Column("rank", Integer, nullable=False),
)
item = _thing(
    "item",
    _ref("section_id", "section", required=True),
    _text("kind"),
    _ref("argument_id", "argument"),
    _ref("answer_id", "answer"),
    _ref("card_id", "card"),
    _text("text"),
    Column("rank", Integer, nullable=False),
    added=(Column("frozen", Text),),
)
question = _thing(
    "question",
    _ref("argument_id", "argument", required=True),
    _text("kind"),
    _text("ask"),
    _text("expect"),
    _text("follow_up"),
    Column("rank", Integer, nullable=False),
)
line = _thing(
    "line",
    _ref("argument_id", "argument", required=True),
    _text("kind"),
    _text("text"),
    Column("rank", Integer, nullable=False),
)
round_ = _thing(
    "round",
    _ref("topic_id", "topic", required=True),
    _text("name"),
    _text("side"),
    _text("tournament"),
    _text("opponent"),
    _text("judge"),
    Column("held", Text),
    _text("notes"),
)
heard = _thing(
    "heard",
    _ref("round_id", "round", required=True),
    _ref("argument_id", "argument", required=True),
    _ref("answering_id", "argument"),
    _text("said"),
    _text("outcome"),
    _text("notes"),
)
saved_filter = _thing("saved_filter", _text("name"), _ref("topic_id", "topic"), _text("terms"))
own_format = _thing("own_format", _text("key"), _text("text"))
label = _thing("label", _text("name"), _text("colour"))
label_link = _thing(
    "label_link",
    _ref("label_id", "label", required=True),
    _text("kind"),
    Column("target_id", Integer, nullable=False),
)
import_batch = _thing("import_batch", _text("file_name"), _text("sha256"), _text("format"), _text("report"))

USER_TABLES: tuple[Table, ...] = tuple(metadata.sorted_tables)
"""Every table that history, trash and the content hash cover, parents before children."""

step = Table(
    "step",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("merge_key", Text, nullable=False, server_default=""),
    Column("at", String, nullable=False),
    Column("undone", Boolean, nullable=False, server_default="0"),
    Column("batch_id", Integer),
    sqlite_autoincrement=True,
)
change = Table(
    "change",
    metadata,
    Column("step_id", Integer, ForeignKey("step.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("tbl", String, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    sqlite_with_rowid=False,
)
Index("ix_step_undone", step.c.undone)
