import { CloudEvent } from "@mastery/contracts/cloud-event";
import { EventType } from "@mastery/contracts/event-data";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exampleEvent } from "../../test-support/example-events.ts";
import { transform } from "./transform.ts";

function fixture(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../../contracts/fixtures/${name}.json`, import.meta.url), "utf8"),
  );
}

describe("transform", () => {
  it.each(EventType.options)("makes of a frozen %s exactly the frozen message", (type) => {
    const event = CloudEvent.parse(fixture(`cloud-event.${type}.v1`));
    expect(transform(event)).toEqual({ type: "readable", event: fixture(`learner-event.${type}.v1`) });
  });

  it.each([
    ["a type nobody knows", { type: "com.mastery-engine.grade.guessed.v1" }, "unknown type"],
    ["a type of somebody else's", { type: "com.example.submission.queued.v1" }, "unknown type"],
    ["a version of the future", { type: "com.mastery-engine.submission.queued.v2" }, "unknown version 2"],
    ["data of another shape", { data: { submissionId: 7 } }, "data.submissionId"],
    ["no data", { data: undefined }, "data.: "],
    ["another kind of stream", { subject: "class.c1" as const }, "does not belong to: class"],
  ])("cannot read %s, and says why", (_what, changes, reason) => {
    const event = exampleEvent("submission.queued", { subject: "learner.ada", ...changes });
    expect(transform(event)).toEqual({ type: "unreadable", reason: expect.stringContaining(reason) });
  });

  it("cannot read an activity of another class than its stream's", () => {
    const event = exampleEvent("class.activity", { subject: "class.c2" });
    expect(transform(event)).toEqual({ type: "unreadable", reason: expect.stringContaining("c1") });
  });
});
