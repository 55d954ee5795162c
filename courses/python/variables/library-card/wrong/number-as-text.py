# fails: age on the card; age next year
# Believes that every value needs quotation marks.
name = "Mina Okoro"
age = "12"
can_borrow = True
