"""How somebody gets in and out: log-in, second factor, where they are signed in, links of one use, leaving."""
