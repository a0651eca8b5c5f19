"""The record exchanged with others: lists read, compared, taken in and taken back; the whole of it written out."""
