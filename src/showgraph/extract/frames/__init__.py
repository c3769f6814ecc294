"""Scenes to claims: frames run, drafts are built, dropped, revised and resolved."""
