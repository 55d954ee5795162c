# fails: no journey at all
# Adds a day also when both times are the same.
def minutes_of_day(hour, minute):
    return hour * 60 + minute


def journey_minutes(start_hour, start_minute, end_hour, end_minute):
    start = minutes_of_day(start_hour, start_minute)
    end = minutes_of_day(end_hour, end_minute)
    if end <= start:
        end += 1440
    return end - start
