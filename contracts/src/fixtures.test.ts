import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { CloudEvent, readCloudEventType } from "./cloud-event.ts";
import { eventData, EventType } from "./event-data.ts";
import { LearnerEvent, StreamControl } from "./learner-event.ts";
import { SubscribeRequest, Subscription } from "./subscription.ts";
import { topicOf } from "./topic.ts";

/** Messages as some release sent or stored them. New ones are added; those that stand here are never changed. */
const folder = new URL("../fixtures/", import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
}

function kindOf(name: string): string {
  return name.split(".")[0] ?? "";
}

const schemas: Record<string, (name: string) => z.ZodType> = {
  "cloud-event": () => CloudEvent,
  "learner-event": () => LearnerEvent,
  control: (name) => {
    const type = Object.keys(StreamControl).find((type) => name.startsWith(`control.${type}.`));
    // A key of the table that was just searched for it.
    return StreamControl[type as keyof typeof StreamControl];
  },
  "subscribe-request": () => SubscribeRequest,
  subscription: () => Subscription,
};

describe("the frozen messages", () => {
  it.each(names)("%s still parses, and loses nothing", (name) => {
    const schema = schemas[kindOf(name)]?.(name);
    expect(schema, "a schema for this kind of message").toBeDefined();
    expect(schema?.parse(read(name))).toEqual(read(name));
  });

  it.each(EventType.options)("hold an example of %s, on the bus and on the wire", (type) => {
    expect(names).toContain(`cloud-event.${type}.v1`);
    expect(names).toContain(`learner-event.${type}.v1`);
  });

  it.each(Object.keys(StreamControl))("hold an example of %s", (type) => {
    expect(names).toContain(`control.${type}.v1`);
  });
});

describe("the frozen events", () => {
  it.each(names.filter((name) => kindOf(name) === "cloud-event"))("%s carries data of its type", (name) => {
    const event = CloudEvent.parse(read(name));
    const known = readCloudEventType(event.type);
    expect(name).toBe(`cloud-event.${known?.type}.v${known?.version}`);
    const schema = known && eventData[known.type];
    expect(schema?.parse(event.data)).toEqual(event.data);
  });

  it.each(names.filter((name) => kindOf(name) === "learner-event"))("%s is of its type's topic", (name) => {
    const event = LearnerEvent.parse(read(name));
    expect(event.metadata.topic).toBe(topicOf[event.type]);
  });
});
