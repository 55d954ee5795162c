"use client";

import type { Catalogue, ExerciseSummary } from "@mastery/contracts/exercise";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { changeFilter, followAddress, startFilter } from "../../lib/catalogue/address-filter.ts";
import {
  filterExercises,
  noFilter,
  writeFilter,
  type CatalogueFilter,
} from "../../lib/catalogue/catalogue-filter.ts";
import { groupByConcept } from "../../lib/catalogue/group-by-concept.ts";
import { useExercises } from "../../lib/hooks/useExercises.ts";
import { useMastery } from "../../lib/hooks/useMastery.ts";
import { useSession } from "../../lib/hooks/useSession.ts";
import { Button } from "../atoms/Button.tsx";
import { Figure } from "../atoms/Figure.tsx";
import { CatalogueBones } from "../molecules/CatalogueBones.tsx";
import { CatalogueFilters } from "../molecules/CatalogueFilters.tsx";
import { ConceptExercises } from "../molecules/ConceptExercises.tsx";
import { PaneFault } from "../molecules/PaneFault.tsx";

/** All exercises by concept. The filters live in the address, so that it can be kept and shared. */
export function CatalogueBoard() {
  const { data, error, refetch, isFetching } = useExercises();
  if (data) return <CatalogueView catalogue={data} />;
  if (!error) return <CatalogueBones />;
  return (
    <section className="pane grow">
      <h1>Exercises</h1>
      <PaneFault what="The exercises" error={error} retry={() => void refetch()} retrying={isFetching} />
    </section>
  );
}

function CatalogueView({ catalogue: { course, exercises } }: { catalogue: Catalogue }) {
  const { user } = useSession();
  const { data: mastery } = useMastery(user?.studentId);
  const [filter, show] = useAddressFilter();
  const found = filterExercises(exercises, filter);
  const groups = groupByConcept(course.concepts, found);
  const learns = user?.role === "student";
  const count = (status: string) => exercises.filter((exercise) => exercise.status === status).length;
  return (
    <>
      <div className="figures">
        <h1>{course.title}</h1>
        <dl>
          <Figure value={exercises.length} name="exercises" />
          {learns && <Figure value={count("passed")} name="passed" />}
          {learns && <Figure value={count("tried")} name="tried" />}
        </dl>
      </div>
      <CatalogueFilters filter={filter} concepts={course.concepts} show={show} learns={learns} />
      <p className="found small muted num" aria-live="polite">
        {found.length} of {exercises.length} {exercises.length === 1 ? "exercise" : "exercises"}
      </p>
      {groups.length > 0 ? (
        <div className="panes catalogue">
          {groups.map((group) => (
            <ConceptExercises
              key={group.concept.concept}
              group={group}
              standing={mastery?.concepts.find(({ concept }) => concept === group.concept.concept)}
              progress={learns ? progressIn(group.concept.concept, exercises) : undefined}
            />
          ))}
        </div>
      ) : (
        <section className="pane grow">
          <div className="empty">
            <p>
              <strong>{exercises.length === 0 ? "No exercises yet." : "Nothing matches."}</strong>
              <br />
              <span className="muted">
                {exercises.length === 0
                  ? "This course has none so far."
                  : "No exercise meets all of these filters."}
              </span>
            </p>
            {exercises.length > 0 && <Button onClick={() => show(noFilter)}>Clear filters</Button>}
          </div>
        </section>
      )}
    </>
  );
}

function useAddressFilter() {
  const address = useSearchParams().toString();
  const [state, setState] = useState(() => startFilter(address));
  if (address !== state.address) setState(followAddress(state, address));
  const show = (filter: CatalogueFilter) => {
    setState((known) => changeFilter(known, filter));
    // Next follows the browser's history, and typing then costs no request.
    history.replaceState(null, "", `${location.pathname}${writeFilter(filter)}`);
  };
  return [state.filter, show] as const;
}

function progressIn(concept: string, exercises: readonly ExerciseSummary[]) {
  const its = exercises.filter(({ concepts }) => concepts[0]?.concept === concept);
  return { passed: its.filter(({ status }) => status === "passed").length, total: its.length };
}
