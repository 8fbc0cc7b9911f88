"""From public data to the weights of the trained reader: `python -m training.reader` does all of it."""
