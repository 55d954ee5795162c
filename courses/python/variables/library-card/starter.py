# Make the three variables of Mina's card below this line.
# The first one is begun for you: put her full name between the quotation marks.
name = ""
