# fails: old enough; young with an adult
# Uses and where either part is enough.
def may_climb(age, has_ticket, with_adult):
    return has_ticket and age >= 12 and with_adult
