"""What the desk has beside the lists and forms of its models: sidebar, overview, one search over everything."""
