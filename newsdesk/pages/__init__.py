"""What the front page and the search print: queries, and plain values for the templates."""
