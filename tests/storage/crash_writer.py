"""Edit and import without end, printing a line for each thing that was reported saved; made to be killed."""

import itertools
import sys
from pathlib import Path

from debateprep.domain.model import Argument, Card, ImportBatch, Source, SourceText, Topic
from debateprep.domain.terms import Side
from debateprep.storage.library import Library


def main() -> None:
    with Library(Path(sys.argv[1])) as library:
        with library.read() as reader:
            start = len(reader.all(Topic))
        for number in itertools.count(start):
            with library.edit(f"edit {number}") as edit:
                topic = edit.add(Topic(resolution=f"resolution {number}"))
                edit.add(Argument(topic_id=topic.id, side=Side.PRO, claim=f"claim {number}"))
                edit.add(Card(tag=f"tag {number}", quote=f"word{number} " * 50, topic_id=topic.id))
            print(f"edit {number}", flush=True)
            if number % 3 == 0:
                with library.edit(f"import {number}") as edit:
                    edit.import_batch(ImportBatch(file_name=f"file {number}"))
                    (source,) = edit.import_all([Source(title=f"source {number}")])
                    edit.import_all(
                        [
                            SourceText(
                                source_id=source.id, text=f"text{number} " * 80, blocks=(), sha256=f"{number:064d}"
                            )
                        ]
                    )
                    edit.import_all([Card(tag=f"imported {number} {n}", quote="x " * 40) for n in range(10)])
                print(f"import {number}", flush=True)
            if number % 5 == 0:
                print(f"undoing {number}", flush=True)
                library.undo()
                library.redo()
                print(f"walk {number}", flush=True)


if __name__ == "__main__":
    main()
