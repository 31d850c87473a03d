"""The Coverage page: who is answered and who is not, the checks, and the rounds."""
