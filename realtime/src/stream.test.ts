import { LearnerEvent, StreamControl } from "@mastery/contracts/learner-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exampleEvent } from "../test-support/example-events.ts";
import { ofAda, realtimeSetUp } from "../test-support/realtime-set-up.ts";
import { openStream } from "../test-support/stream-client.ts";

const noticeToEveryone = exampleEvent("system.notice");
const progressOf = (name: string) => exampleEvent("submission.progress", { subject: `learner.${name}` });

let room: Awaited<ReturnType<typeof realtimeSetUp>>;
beforeEach(async () => {
  room = await realtimeSetUp({ pageEventsMax: 3 });
});
afterEach(() => room.close());

describe("an event stream", () => {
  it("sends its headers and first bytes at once, also while the log is silent", async () => {
    let answerLog = () => {};
    const answered = new Promise<void>((resolve) => (answerLog = resolve));
    room.log.delay = () => answered;
    const client = await room.follow(room.tokenOf("ada"), ofAda);
    expect(client.response.statusCode).toBe(200);
    expect(client.response.headers).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
    await client.until(() => client.text().startsWith(": connected\nretry: 1000\n\n"), "a greeting");
    expect(client.frames()).toEqual([]);
    answerLog();
    await client.untilEvent("stream.ready");
  });

  it("begins at the head that stream.ready names, with the time the token ends", async () => {
    await room.happen("learner.ada", "submission.queued");
    const client = await room.follow(room.tokenOf("ada"), ofAda);
    await client.untilEvent("stream.ready");
    const ready = StreamControl["stream.ready"].parse(client.frame("stream.ready")?.data);
    expect(ready).toEqual({ head: 1, expiresAt: "2026-01-05T10:15:00.000Z" });
    await room.happen("learner.ada", "submission.graded");
    await client.untilEvent("submission.graded");
    expect(client.ids()).toEqual([2]);
  });

  it("sends an event as the contract says, under its number", async () => {
    const client = await room.follow(room.tokenOf("ada"), ofAda);
    await client.untilEvent("stream.ready");
    const event = await room.happen("learner.ada", "mastery.updated");
    await client.untilEvent("mastery.updated");
    const frame = client.frame("mastery.updated");
    expect(frame?.id).toBe("1");
    expect(LearnerEvent.parse(frame?.data)).toMatchObject({
      id: event.id,
      studentId: "ada",
      timestamp: event.time,
      data: event.data,
      metadata: { topic: "mastery", version: 1 },
    });
  });

  it.each([{ header: "2" }, { query: "2" }, { header: "2", query: "0" }])(
    "resumes behind %j, the header before the query, and goes on live",
    async (resume) => {
      for (let count = 0; count < 10; count++) await room.happen("learner.ada", "submission.queued");
      const client = await room.follow(room.tokenOf("ada"), ofAda, resume);
      await client.until(() => client.ids().includes(10), "the replay");
      await room.happen("learner.ada", "submission.graded");
      await client.until(() => client.ids().includes(11), "the live event");
      expect(client.ids()).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
      expect(client.frames()[0]?.event).toBe("stream.ready");
    },
  );

  it("loses and repeats nothing when events happen during the replay", async () => {
    for (let count = 0; count < 20; count++) await room.happen("learner.ada", "submission.queued");
    const client = await room.follow(room.tokenOf("ada"), ofAda, { query: "0" });
    for (let count = 0; count < 20; count++) await room.happen("learner.ada", "submission.queued");
    await client.until(() => client.ids().includes(40), "all events");
    expect(client.ids()).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it("heals a gap as soon as a later event shows it", async () => {
    const client = await room.follow(room.tokenOf("ada"), ofAda);
    await client.untilEvent("stream.ready");
    await room.happen("learner.ada", "submission.queued", { lost: true });
    await room.happen("learner.ada", "submission.running", { lost: true });
    await room.happen("learner.ada", "submission.graded");
    await client.until(() => client.ids().includes(3), "the healed events");
    expect(client.ids()).toEqual([1, 2, 3]);
  });

  it("brings what a silent bus never brought, at the next sweep", async () => {
    const client = await room.follow(room.tokenOf("ada"), ofAda);
    await client.untilEvent("stream.ready");
    await room.happen("learner.ada", "submission.queued", { lost: true });
    room.time.pass(2_000);
    await client.untilEvent("submission.queued");
    expect(client.ids()).toEqual([1]);
  });

  it("leaves other topics out, so that ids rise with holes", async () => {
    const client = await room.follow(room.tokenOf("ada"), { topics: ["mastery"], studentId: "ada" });
    await client.untilEvent("stream.ready");
    await room.happen("learner.ada", "submission.queued");
    await room.happen("learner.ada", "mastery.updated");
    await room.happen("learner.ada", "submission.graded");
    await room.happen("learner.ada", "mastery.updated");
    await client.until(() => client.ids().includes(4), "the last event");
    expect(client.ids()).toEqual([2, 4]);
  });

  it("resets to the head when the log no longer holds what was missed", async () => {
    for (let count = 0; count < 5; count++) await room.happen("learner.ada", "submission.queued");
    room.log.purge("learner.ada", 3);
    const client = await room.follow(room.tokenOf("ada"), ofAda, { header: "1" });
    await client.untilEvent("stream.reset");
    expect(client.frame("stream.reset")?.data).toEqual({ head: 5, reason: "too-old" });
    await room.happen("learner.ada", "submission.graded");
    await client.until(() => client.ids().includes(6), "the next event");
    expect(client.ids()).toEqual([6]);
  });

  it("resumes behind the last purged event without a reset", async () => {
    for (let count = 0; count < 5; count++) await room.happen("learner.ada", "submission.queued");
    room.log.purge("learner.ada", 3);
    const client = await room.follow(room.tokenOf("ada"), ofAda, { header: "3" });
    await client.until(() => client.ids().includes(5), "the replay");
    expect(client.ids()).toEqual([4, 5]);
  });

  it("resets an id from the future", async () => {
    await room.happen("learner.ada", "submission.queued");
    const client = await room.follow(room.tokenOf("ada"), ofAda, { header: "9007199254740991" });
    await client.untilEvent("stream.reset");
    expect(client.frame("stream.reset")?.data).toEqual({ head: 1, reason: "unknown-id" });
  });

  it("passes over an event nobody can read, and records it once however often it is replayed", async () => {
    await room.happen("learner.ada", "submission.queued");
    await room.happen("learner.ada", "submission.graded", { data: { verdict: "?" } });
    await room.happen("learner.ada", "mastery.updated", { type: "com.mastery-engine.mastery.updated.v2" });
    await room.happen("learner.ada", "submission.graded");
    for (const name of ["first", "second"]) {
      const client = await room.follow(room.tokenOf("ada"), ofAda, { query: "0" });
      await client.until(() => client.ids().includes(4), `the ${name} replay`);
      expect(client.ids()).toEqual([1, 4]);
    }
    const reasons = room.deadLetters.letters.map(({ reason }) => reason);
    expect(reasons).toEqual([
      expect.stringContaining("data.submissionId"),
      "unknown version 2 of mastery.updated",
    ]);
  });

  it("sends a heartbeat when it has said nothing for 15 seconds", async () => {
    const client = await room.follow(room.tokenOf("ada"), ofAda);
    await client.untilEvent("stream.ready");
    const before = client.text();
    room.time.pass(16_000);
    await client.until(() => client.text() !== before, "a heartbeat");
    expect(client.text()).toBe(`${before}: \n\n`);
  });

  it("reads the token from the browser's cookie", async () => {
    const token = room.tokenOf("ada");
    const id = await room.subscriptionOf(token, ofAda);
    for (const name of ["mastery_at", "__Host-mastery_at"]) {
      const client = await openStream(`${room.origin}/api/events/stream?subscriptionId=${id}`, {
        cookie: `a=b; ${name}=${token}`,
      });
      expect(client.response.statusCode).toBe(200);
    }
  });

  it("ends when the log cannot be asked, so that the browser comes again", async () => {
    room.log.broken = true;
    const client = await room.follow(room.tokenOf("ada"), ofAda, { query: "0" });
    await client.untilEnded();
    expect(client.frames()).toEqual([]);
  });
});

describe("notices", () => {
  it("reach everybody who follows alerts, without an id", async () => {
    const [ada, alan] = [
      await room.follow(room.tokenOf("ada"), ofAda),
      await room.follow(room.tokenOf("alan"), { topics: ["mastery"], studentId: "alan" }),
    ];
    await ada.untilEvent("stream.ready");
    await alan.untilEvent("stream.ready");
    await room.bus.publish(noticeToEveryone);
    await room.happen("learner.alan", "mastery.updated");
    await ada.untilEvent("system.notice");
    await alan.untilEvent("mastery.updated");
    expect(ada.frame("system.notice")?.id).toBeUndefined();
    expect(alan.frame("system.notice")).toBeUndefined();
  });

  it("with a stream reach only its owner", async () => {
    const [ada, alan] = [
      await room.follow(room.tokenOf("ada"), ofAda),
      await room.follow(room.tokenOf("alan"), { ...ofAda, studentId: "alan" }),
    ];
    await ada.untilEvent("stream.ready");
    await alan.untilEvent("stream.ready");
    await room.bus.publish(progressOf("ada"));
    await room.bus.publish(noticeToEveryone);
    await alan.untilEvent("system.notice");
    await ada.untilEvent("system.notice");
    expect(ada.events().map(({ event }) => event)).toContain("submission.progress");
    expect(alan.events().map(({ event }) => event)).toEqual(["system.notice"]);
  });
});
