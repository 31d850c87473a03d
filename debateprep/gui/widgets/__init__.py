"""Widgets that several pages use; they know values, never the library."""
