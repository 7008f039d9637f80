"""Pages people write: what may be in them, where they lead, and what of them can be found."""
