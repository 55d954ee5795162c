"use client";

import type { ExerciseSummary } from "@mastery/contracts/exercise";
import { useId, useState, type KeyboardEvent } from "react";
import { findExercises } from "../../lib/find-exercises.ts";

const shownMax = 8;

interface FinderListProps {
  exercises: readonly ExerciseSummary[];
  choose: (exercise: ExerciseSummary) => void;
}

const focus = (input: HTMLInputElement | null) => input?.focus();

/** A text box with the matching exercises below: arrows move, Enter opens. */
export function FinderList({ exercises, choose }: FinderListProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const found = findExercises(exercises, text).slice(0, shownMax);
  const chosen = found[Math.min(at, found.length - 1)];
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((found.length + Math.min(at, found.length - 1) + move) % found.length);
    }
    if (event.key === "Enter" && chosen) choose(chosen);
  };
  return (
    <>
      <input
        // The catalogue may arrive after the dialog has opened, so the focus comes with the box.
        ref={focus}
        className="finder-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={chosen ? `${id}-${chosen.slug}` : undefined}
        aria-label="Title or concept"
        placeholder="Title or concept"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id={id} role="listbox" aria-label="Exercises" className="finder-list">
        {found.map((exercise) => (
          <button
            key={exercise.slug}
            type="button"
            id={`${id}-${exercise.slug}`}
            role="option"
            tabIndex={-1}
            aria-selected={exercise === chosen}
            className="menu-item"
            data-highlighted={exercise === chosen ? "" : undefined}
            onClick={() => choose(exercise)}
          >
            {exercise.title}
            <span className="tag">
              {exercise.concepts.map(({ name }) => name).join(", ")} / difficulty {exercise.difficulty}
            </span>
          </button>
        ))}
      </div>
      <output className="finder-note">
        {found.length === 0 ? "Nothing matches." : <span className="vh">{found.length} shown</span>}
      </output>
    </>
  );
}
