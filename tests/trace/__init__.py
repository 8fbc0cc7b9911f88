"""Tests of origins and independence."""
