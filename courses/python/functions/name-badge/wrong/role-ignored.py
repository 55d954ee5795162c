# fails: the cook; role given by name
# Writes the default into the text.
def badge(name, role="guest"):
    return f"* {name.upper()} (guest) *"
