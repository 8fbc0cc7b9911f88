"""Are two actors of two documents one? Pure functions over names, roles and titles: no SQL, no language pipeline."""
