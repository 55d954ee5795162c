interface PractisedDaysProps {
  /** The last seven days, oldest first. */
  days: readonly boolean[];
  streakDays: number;
}

export function PractisedDays({ days, streakDays }: PractisedDaysProps) {
  const practised = days.filter(Boolean).length;
  return (
    <span className="tag num">
      {streakDays > 0 ? `${streakDays} ${streakDays === 1 ? "day" : "days in a row"}` : "last 7 days"}
      <span className="vh">
        . Practised on {practised} of the last {days.length} days.
      </span>
      <span className="streak" aria-hidden="true">
        {days.map((on, day) => (
          <i key={day} className={on ? "on" : undefined} />
        ))}
      </span>
    </span>
  );
}
