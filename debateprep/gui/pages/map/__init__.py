"""The Map page: both sides' arguments as trees, and who answers whom."""
