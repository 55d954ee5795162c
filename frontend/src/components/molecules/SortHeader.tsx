import { ArrowDown, ArrowUp } from "lucide-react";
import type { SortKey, Sorting } from "../../lib/class/sort-members.ts";
import { Icon } from "../atoms/Icon.tsx";

interface SortHeaderProps {
  title: string;
  by: SortKey;
  sorting: Sorting;
  choose: (by: SortKey) => void;
  className?: string | undefined;
}

/** The head of a column that the table can be sorted by; pressing it again turns the order round. */
export function SortHeader({ title, by, sorting, choose, className }: SortHeaderProps) {
  const active = sorting.by === by;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={active ? (sorting.descending ? "descending" : "ascending") : "none"}
    >
      <button type="button" onClick={() => choose(by)}>
        {title}
        {active && <Icon of={sorting.descending ? ArrowDown : ArrowUp} />}
      </button>
    </th>
  );
}
