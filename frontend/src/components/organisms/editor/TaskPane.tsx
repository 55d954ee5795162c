"use client";

import type { ExerciseDetail } from "@mastery/contracts/exercise";
import type { MasterySnapshot } from "@mastery/contracts/mastery";
import type { ReactNode } from "react";
import { percent } from "../../atoms/Gauge.tsx";
import { Mark } from "../../atoms/Mark.tsx";
import { CourseText } from "./CourseText.tsx";
import { HintSteps } from "./HintSteps.tsx";
import { OpenTests } from "./OpenTests.tsx";
import { Scrollable } from "./Scrollable.tsx";

interface TaskPaneProps {
  exercise: ExerciseDetail;
  mastery: MasterySnapshot | undefined;
  children: ReactNode;
}

export function TaskPane({ exercise, mastery, children }: TaskPaneProps) {
  return (
    <Scrollable as="section" id="task" className="pane" aria-labelledby="task-title">
      <header>
        <h2 id="task-title">{exercise.title}</h2>
      </header>
      <p className="legend task-legend">
        {exercise.concepts.map(({ concept, name }) => (
          <ConceptTag
            key={concept}
            name={name}
            standing={mastery?.concepts.find((known) => known.concept === concept)}
          />
        ))}
        <span>difficulty {exercise.difficulty} of 9</span>
      </p>
      <div className="prose">
        <CourseText>{exercise.instructions}</CourseText>
        <OpenTests tests={exercise.openTests} hidden={exercise.hiddenTests} />
        <HintSteps hints={exercise.hints} />
        {children}
      </div>
    </Scrollable>
  );
}

function ConceptTag({
  name,
  standing,
}: {
  name: string;
  standing: MasterySnapshot["concepts"][number] | undefined;
}) {
  return (
    <span>
      {standing && <Mark name={standing.status} label={standing.status} />}
      {name}
      {standing && ` ${standing.evidence === "none" ? "?" : percent(standing.score)}`}
    </span>
  );
}
