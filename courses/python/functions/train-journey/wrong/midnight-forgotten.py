# fails: through midnight; nearly a whole day
# Believes that the end always has the larger number.
def minutes_of_day(hour, minute):
    return hour * 60 + minute


def journey_minutes(start_hour, start_minute, end_hour, end_minute):
    return minutes_of_day(end_hour, end_minute) - minutes_of_day(start_hour, start_minute)
