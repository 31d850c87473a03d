"""Tests of the whole program through its command line."""
