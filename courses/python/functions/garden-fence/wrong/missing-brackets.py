# fails: small garden; decimals
# Forgets that multiplication comes before addition.
def fence_length(width, length):
    return 2 * width + length
