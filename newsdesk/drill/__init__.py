"""Drills: a whole desk of its own, treated badly, and what came of it in figures."""
