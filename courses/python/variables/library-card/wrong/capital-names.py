# fails: name on the card; age on the card
# Believes that Python does not mind capital letters in names.
Name = "Mina Okoro"
Age = 12
can_borrow = True
