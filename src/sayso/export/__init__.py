"""Readings handed over in other formats, one file each."""
