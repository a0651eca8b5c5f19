"""The record on the desk: one file per model, all built on `people.admin.desk`."""
