# fails: half past one; a morning journey
# Treats an hour as 100 minutes.
def minutes_of_day(hour, minute):
    return hour * 100 + minute


def journey_minutes(start_hour, start_minute, end_hour, end_minute):
    start = minutes_of_day(start_hour, start_minute)
    end = minutes_of_day(end_hour, end_minute)
    return (end - start) % 2400
