import type { ClassMember } from "@mastery/contracts/class";

export const sortKeys = ["name", "mastery", "active"] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sorting {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** What each column is first sorted by when it is chosen: names from A, the weakest and the latest first. */
export const firstSorting: Record<SortKey, Sorting> = {
  name: { by: "name", descending: false },
  mastery: { by: "mastery", descending: false },
  active: { by: "active", descending: true },
};

const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The members in order. Equals stay by name; who was never active or measured comes last either way. */
export function sortMembers(members: readonly ClassMember[], { by, descending }: Sorting): ClassMember[] {
  const sign = descending ? -1 : 1;
  const value = valueOf[by];
  return members.toSorted((a, b) => {
    const names = byName.compare(a.displayName, b.displayName);
    if (by === "name") return sign * names;
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined) return x === y ? names : x === undefined ? 1 : -1;
    return sign * (x - y) || names;
  });
}

const valueOf: Record<SortKey, (member: ClassMember) => number | undefined> = {
  name: () => undefined,
  mastery: ({ overall }) => (overall.evidence === "none" ? undefined : overall.score),
  active: ({ lastActiveAt }) => (lastActiveAt === undefined ? undefined : Date.parse(lastActiveAt)),
};
