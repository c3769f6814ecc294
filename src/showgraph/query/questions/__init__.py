"""Saved questions: files, headers, parameters and phrases."""
