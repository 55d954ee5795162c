# fails: the queue stays as it was; a new list each time
# Believes that a function gets a copy of the list.
def guest_first(queue, guest):
    queue.insert(0, guest)
    return queue
