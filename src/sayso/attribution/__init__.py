"""Who said what: quotations, syntax, transcript turns."""
