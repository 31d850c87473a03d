"""The Read page: sources, an article with its marks, and what its author argues."""
