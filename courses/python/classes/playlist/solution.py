class Playlist:
    """Songs that are played in turn, again and again."""

    def __init__(self):
        self.songs = []
        self.position = 0

    def add(self, title):
        """Put a song at the end."""
        self.songs.append(title)

    def length(self):
        """Return how many songs there are."""
        return len(self.songs)

    def next_song(self):
        """Return the song whose turn it is."""
        if self.songs == []:
            raise LookupError("the playlist is empty")
        if self.position == len(self.songs):
            self.position = 0
        song = self.songs[self.position]
        self.position += 1
        return song
