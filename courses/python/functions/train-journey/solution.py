MINUTES_A_DAY = 24 * 60


def minutes_of_day(hour, minute):
    """Return the minutes since midnight."""
    return hour * 60 + minute


def journey_minutes(start_hour, start_minute, end_hour, end_minute):
    """Return how many minutes a journey takes."""
    start = minutes_of_day(start_hour, start_minute)
    end = minutes_of_day(end_hour, end_minute)
    return (end - start) % MINUTES_A_DAY
