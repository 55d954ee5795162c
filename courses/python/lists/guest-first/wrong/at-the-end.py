# fails: two people wait; two guests
# Puts the guest at the end of the queue.
def guest_first(queue, guest):
    return queue + [guest]
