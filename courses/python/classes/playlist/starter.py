class Playlist:
    """Songs that are played in turn, again and again."""

    def __init__(self):
        # Store what a playlist must remember.
        pass

    def add(self, title):
        """Put a song at the end."""

    def length(self):
        """Return how many songs there are."""

    def next_song(self):
        """Return the song whose turn it is."""
