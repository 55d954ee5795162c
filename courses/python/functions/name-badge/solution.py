def badge(name, role="guest"):
    """Return the text of a badge."""
    return f"* {name.upper()} ({role}) *"
