"""The pages: each file one dataclass and the function that fills it from the record."""
