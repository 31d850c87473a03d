"""The root of every error the program raises on purpose."""


class DebatePrepError(Exception):
    """Say in one plain sentence what happened and what to do; `str(error)` is shown to the user."""
