name = "Mina Okoro"
age = 12
can_borrow = True
