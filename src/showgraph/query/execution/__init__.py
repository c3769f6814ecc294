"""Queries run, in a process that can be ended or at an endpoint, and looked at before."""
