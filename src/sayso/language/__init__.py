"""The language pipeline, wrapped once, and word lists as data."""
