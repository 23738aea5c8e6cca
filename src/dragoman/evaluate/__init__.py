"""Measures the coder on articles and sentences whose events are known, and keeps the scores from falling."""
