# fails: an adult but no ticket
# Believes that or comes before and.
def may_climb(age, has_ticket, with_adult):
    return has_ticket and age >= 12 or with_adult
