"""The library: SQLAlchemy over one SQLite file, and nothing above it knows so."""
