# fails: a guest; the cook
# Prints the badge and returns nothing.
def badge(name, role="guest"):
    print(f"* {name.upper()} ({role}) *")
