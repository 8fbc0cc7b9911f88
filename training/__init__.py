"""Scripts that make the weights and word lists from public data."""
