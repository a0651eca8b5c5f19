"""What stands on readers' pages of the record: one module a page, and what several of them share.

Each page is a function that takes the row that was asked for and the site's day, and gives the names its template
prints. Everything in them is `public()`; a page costs the same number of queries whatever stands on it.
"""
