"""On whose say-so? A record of who said what, to whom, when, through which channel, according to which source."""
