"""Find what an article argues: transparent rules that show their reasons."""
