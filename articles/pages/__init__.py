"""What readers' pages of articles print, one module a kind of page: queries, and plain values for the templates."""
