# fails: twelfth birthday
# Reads '12 or older' as 'older than 12'.
def may_climb(age, has_ticket, with_adult):
    return has_ticket and (age > 12 or with_adult)
