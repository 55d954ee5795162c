# fails: square garden
# Works out the area in place of the way around.
def fence_length(width, length):
    return width * length
