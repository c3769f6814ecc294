"""Questions in, answers out: saved questions, binding, matching, answering, formats."""
