# fails: small garden; two gardens together
# Believes that printing a result hands it back.
def fence_length(width, length):
    print(2 * (width + length))
