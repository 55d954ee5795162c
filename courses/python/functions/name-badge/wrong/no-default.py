# fails: a guest; two badges
# Leaves the default out, so the role must always be given.
def badge(name, role):
    return f"* {name.upper()} ({role}) *"
