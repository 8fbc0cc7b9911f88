"""Where a claim comes from: who relies on whom, and how many independent origins that leaves."""
