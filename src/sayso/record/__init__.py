"""The record: readings kept, judgements added, questions answered. The only place that speaks SQL."""
