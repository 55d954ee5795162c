interface ChoiceProps<T extends string> {
  /** What is chosen, for a screen reader. */
  name: string;
  options: readonly T[];
  value: T | undefined;
  /** Undefined for all of them. */
  choose: (value: T | undefined) => void;
}

/** One of a few, or all. */
export function Choice<T extends string>({ name, options, value, choose }: ChoiceProps<T>) {
  return (
    <fieldset className="seg" aria-label={name}>
      {[undefined, ...options].map((option) => (
        <button
          key={option ?? ""}
          type="button"
          aria-pressed={value === option}
          onClick={() => choose(option)}
        >
          {option ?? "all"}
        </button>
      ))}
    </fieldset>
  );
}
