"""The Print / Export dialog: layouts, options, and the pages as they will be."""
