# fails: starts again; only one song
# Takes each song out of the list when it is played.
class Playlist:
    def __init__(self):
        self.songs = []

    def add(self, title):
        self.songs.append(title)

    def length(self):
        return len(self.songs)

    def next_song(self):
        if self.songs == []:
            raise LookupError("the playlist is empty")
        return self.songs.pop(0)
