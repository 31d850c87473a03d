"""Run as a script it keeps a library of the present schema in files/, made of the newest kept one by migration."""

import gzip
import tempfile
from pathlib import Path

from debateprep.storage import migrations
from debateprep.storage.library import Library

FILES = Path(__file__).with_name("files")


def main() -> None:
    newest = sorted(FILES.glob("schema-*.db.gz"))[-1]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        path.write_bytes(gzip.decompress(newest.read_bytes()))
        Library(path).close()
        kept = FILES / f"schema-{migrations.version_of(path)}.db.gz"
        kept.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    print(kept.name)


if __name__ == "__main__":
    main()
