import { VitalsReport } from "@mastery/contracts/vitals";
import { describe, expect, it } from "vitest";
import { createVitalsCollector } from "./performance.ts";

describe("the vitals collector", () => {
  it("sends the newest value of each measure, in the contract's shape", () => {
    const sent: string[] = [];
    const collector = createVitalsCollector(
      () => "/dashboard",
      (body) => void sent.push(body),
    );
    collector.add("CLS", 0.01, "v1");
    collector.add("CLS", 0.02, "v1");
    collector.add("INP", 80, "v2");
    collector.flush();
    const report = VitalsReport.parse(JSON.parse(sent[0] ?? ""));
    expect(report.vitals.map(({ name, value }) => [name, value])).toEqual([
      ["CLS", 0.02],
      ["INP", 80],
    ]);
  });

  it("sends nothing twice, and nothing that is no vital", () => {
    const sent: string[] = [];
    const collector = createVitalsCollector(
      () => "/",
      (body) => void sent.push(body),
    );
    collector.add("Next.js-hydration", 5, "v3");
    collector.flush();
    collector.add("LCP", 900, "v4");
    collector.flush();
    collector.flush();
    expect(sent).toHaveLength(1);
  });
});
