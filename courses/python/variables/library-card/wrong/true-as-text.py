# fails: may borrow books
# Writes True as text.
name = "Mina Okoro"
age = 12
can_borrow = "True"
