def badge(name, role="guest"):
    """Return the text of a badge."""
    # Build the text out of name and role, and return it.
