# fails: the queue stays as it was
# Believes that a second name makes a second list.
def guest_first(queue, guest):
    new_queue = queue
    new_queue.insert(0, guest)
    return new_queue
