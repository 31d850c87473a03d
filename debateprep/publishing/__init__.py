"""Values to pages: pure layouts, then PDF."""
