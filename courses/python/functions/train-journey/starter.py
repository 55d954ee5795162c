def minutes_of_day(hour, minute):
    """Return the minutes since midnight."""
    # Turn the time into minutes here.


def journey_minutes(start_hour, start_minute, end_hour, end_minute):
    """Return how many minutes a journey takes."""
    # Use minutes_of_day here, twice.
