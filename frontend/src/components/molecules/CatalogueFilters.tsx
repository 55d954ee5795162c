"use client";

import type { ConceptSummary } from "@mastery/contracts/exercise";
import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import {
  levels,
  noFilter,
  statuses,
  writeFilter,
  type CatalogueFilter,
} from "../../lib/catalogue/catalogue-filter.ts";
import { Button } from "../atoms/Button.tsx";
import { Icon } from "../atoms/Icon.tsx";
import { Choice } from "./Choice.tsx";

interface CatalogueFiltersProps {
  filter: CatalogueFilter;
  concepts: readonly ConceptSummary[];
  show: (filter: CatalogueFilter) => void;
  /** Whether the reader has a status of their own. */
  learns: boolean;
}

export function CatalogueFilters({ filter, concepts, show, learns }: CatalogueFiltersProps) {
  const search = useRef<HTMLInputElement>(null);
  useSlash(search);
  const isFiltered = writeFilter(filter) !== "";
  return (
    <search className="filters">
      <div className="input">
        <Icon of={Search} />
        <input
          ref={search}
          type="search"
          aria-label="Search by title or concept"
          placeholder="Title or concept"
          aria-keyshortcuts="/"
          autoComplete="off"
          value={filter.text}
          onChange={(event) => show({ ...filter, text: event.target.value })}
        />
      </div>
      {learns && (
        <Choice
          name="Status"
          options={statuses}
          value={filter.status}
          choose={(status) => show({ ...filter, status })}
        />
      )}
      <Choice
        name="Difficulty"
        options={levels}
        value={filter.level}
        choose={(level) => show({ ...filter, level })}
      />
      <select
        className="btn"
        aria-label="Concept"
        value={filter.concept ?? ""}
        onChange={(event) => show({ ...filter, concept: event.target.value || undefined })}
      >
        <option value="">Every concept</option>
        {concepts.map(({ concept, name }) => (
          <option key={concept} value={concept}>
            {name}
          </option>
        ))}
      </select>
      {learns && (
        <Button
          aria-pressed={filter.openOnly}
          onClick={() => show({ ...filter, openOnly: !filter.openOnly })}
        >
          Without locked
        </Button>
      )}
      {isFiltered && (
        <Button kind="quiet" onClick={() => show(noFilter)}>
          Clear filters
        </Button>
      )}
    </search>
  );
}

/** `/` goes to the search, as in the editors people know; typing it elsewhere stays typing. */
function useSlash(search: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      search.current?.focus();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [search]);
}
