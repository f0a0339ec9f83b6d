"""Helpers of the tests; they know the project's own modules and nothing of real content."""
