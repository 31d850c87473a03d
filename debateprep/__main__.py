"""Run the command line as `python -m debateprep`."""

import sys

from debateprep.cli import main

sys.exit(main())
