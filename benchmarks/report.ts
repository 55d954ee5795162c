import type { Named, SandboxReport } from "./evaluate.ts";
import type { ProcessMemory } from "./memory.ts";
import type { Summary } from "./statistics.ts";
import type { Throughput } from "./throughput.ts";

export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly loadBefore: number;
  readonly loadAfter: number;
  readonly node: string;
}

export interface Report {
  readonly measuredAt: string;
  readonly machine: Machine;
  readonly exercise: string;
  readonly sandboxes: readonly SandboxReport[];
  /** `npm start` to the ready line. */
  readonly starts: {
    readonly coldMs?: number;
    /** On an empty data folder, with everything installed. */
    readonly first: { readonly readyMs: number; readonly pagesBuilt: boolean };
    readonly secondMs: number;
  };
  readonly memory: { readonly idle: readonly ProcessMemory[]; readonly afterLoad: readonly ProcessMemory[] };
}

const megabyte = 1024 * 1024;

/** The report for people; `--json` prints the same figures as they are. */
export function reportText(report: Report): string {
  const { machine, sandboxes, starts, memory } = report;
  return [
    `Measured ${report.measuredAt} on ${machine.cores} cores (${machine.model}), Node ${machine.node}.`,
    `Load of the machine before: ${machine.loadBefore.toFixed(1)}, after: ${machine.loadAfter.toFixed(1)} ` +
      `(above ${machine.cores} other work shares it, and all figures suffer).`,
    `Exercise: ${report.exercise}, its own solution. Times in ms: p50 / p95 / longest (n).`,
    "",
    table(
      ["", ...sandboxes.map(({ sandbox }) => sandbox)],
      [
        ["submit -> verdict painted, in Chromium", ...sandboxes.map((one) => times(one.onScreen))],
        ["submit -> graded event, by the API", ...sandboxes.map((one) => times(one.byApi))],
        ["commit -> received in Chromium", ...sandboxes.map((one) => times(one.commitToBrowser))],
        ...throughputRows(sandboxes),
      ],
    ),
    "",
    "Where the time goes, in Chromium",
    stageTable(sandboxes, (one) => one.screenStages),
    "",
    "Where the time goes, by the API",
    stageTable(sandboxes, (one) => one.apiStages),
    "",
    table(
      ["npm start -> ready line", "s"],
      [
        ...(starts.coldMs === undefined ? [] : [["cold: fresh clone, empty caches", seconds(starts.coldMs)]]),
        [
          `first: empty data folder, all installed${starts.first.pagesBuilt ? ", pages had to be built" : ""}`,
          seconds(starts.first.readyMs),
        ],
        ["second: existing data folder", seconds(starts.secondMs)],
      ],
    ),
    "",
    memoryTable(memory.idle, memory.afterLoad),
  ].join("\n");
}

function throughputRows(sandboxes: readonly SandboxReport[]): string[][] {
  const rate = (value: number | undefined) => (value === undefined ? "-" : value.toFixed(1));
  const row = (what: string, of: (measured: Throughput) => string) => [
    what,
    ...sandboxes.map(({ throughput }) => of(throughput)),
  ];
  return [
    row(
      "gradings a second, while a class hands in",
      ({ perSecond, graded, submissions, learners }) =>
        `${rate(perSecond)} (${graded} of ${submissions}, ${learners} learners)`,
    ),
    row("gradings a second, draining the queue", ({ drainPerSecond }) => rate(drainPerSecond)),
    row("processor time a submission: main", ({ processorMs }) => number(processorMs.main)),
    row("processor time a submission: sandbox", ({ processorMs }) => number(processorMs.sandboxes)),
    row("processor time a submission: postgres", ({ processorMs }) => number(processorMs.postgres)),
  ];
}

function stageTable(sandboxes: readonly SandboxReport[], of: (report: SandboxReport) => Named): string {
  const names = (sandboxes[0] ? of(sandboxes[0]) : []).map(([what]) => what);
  return table(
    ["", ...sandboxes.map(({ sandbox }) => sandbox)],
    names.map((what, row) => [what, ...sandboxes.map((one) => times(of(one)[row]?.[1]))]),
  );
}

function memoryTable(idle: readonly ProcessMemory[], afterLoad: readonly ProcessMemory[]): string {
  const later = byName(afterLoad);
  const rows = [...byName(idle)].map(([name, { count, rss, pss }]) => [
    count > 1 ? `${name} (${count})` : name,
    megabytes(rss),
    megabytes(pss),
    megabytes(later.get(name)?.pss ?? 0),
  ]);
  const sum = (all: readonly ProcessMemory[]) => all.reduce((total, { pssBytes }) => total + pssBytes, 0);
  return table(
    ["memory, MB", "RSS idle", "PSS idle", "PSS after the load"],
    [...rows, ["total", "", megabytes(sum(idle)), megabytes(sum(afterLoad))]],
  );
}

function byName(all: readonly ProcessMemory[]): Map<string, { count: number; rss: number; pss: number }> {
  const groups = Map.groupBy(all, ({ name }) => name);
  return new Map(
    [...groups].map(([name, group]) => [
      name,
      {
        count: group.length,
        rss: group.reduce((total, { rssBytes }) => total + rssBytes, 0),
        pss: group.reduce((total, { pssBytes }) => total + pssBytes, 0),
      },
    ]),
  );
}

/** Markdown, so that it can be pasted, and aligned, so that it can be read as it is. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

function times(summary: Summary | undefined): string {
  if (!summary) return "-";
  const { p50, p95, max, n } = summary;
  return `${number(p50)} / ${number(p95)} / ${number(max)} (${n})`;
}

function number(ms: number): string {
  return ms.toFixed(Math.abs(ms) < 100 ? 1 : 0);
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}

function megabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(0);
}
