"""The trained reader: a small encoder that finds cues, and for each cue its source and content."""
