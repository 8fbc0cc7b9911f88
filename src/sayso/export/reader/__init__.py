"""One document as it is read: its text with every statement marked, its cards, its speakers."""
