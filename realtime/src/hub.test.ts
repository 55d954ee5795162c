import { describe, expect, it } from "vitest";
import { exampleEvent } from "../test-support/example-events.ts";
import { hubSetUp } from "../test-support/hub-set-up.ts";
import { settle } from "../test-support/manual-time.ts";
import { RecordingListener } from "../test-support/recording-listener.ts";

const ada = "learner.ada";

async function followedByAda(options: Parameters<typeof hubSetUp>[0] = {}) {
  const set = await hubSetUp(options);
  const listener = new RecordingListener();
  const following = set.hub.follow(ada, listener, undefined);
  await following.live;
  return { ...set, listener, following };
}

describe("the hub", () => {
  it("lets a client go on at another replica, which may be ahead of it or behind", async () => {
    const ahead = await hubSetUp();
    const behind = await hubSetUp({}, ahead.log);
    const before = new RecordingListener();
    const after = new RecordingListener();
    // Somebody keeps the stream open at the replica whose bus is silent.
    await behind.hub.follow(ada, new RecordingListener(), undefined).live;
    const first = ahead.hub.follow(ada, before, undefined);
    await first.live;
    for (let count = 0; count < 3; count++) {
      await ahead.bus.publish(ahead.log.append(ada, exampleEvent("submission.queued")));
    }
    first.leave();
    await behind.hub.follow(ada, after, 3).live;
    await behind.bus.publish(ahead.log.append(ada, exampleEvent("submission.graded")));
    await settle();
    expect([before.sequences, after.sequences]).toEqual([[1, 2, 3], [4]]);
    expect(after.resets).toEqual([]);
  });

  it("serialises an event once for all who follow it", async () => {
    const { hub, bus, log, listener } = await followedByAda();
    const other = new RecordingListener();
    await hub.follow(ada, other, undefined).live;
    await bus.publish(log.append(ada, exampleEvent("submission.queued")));
    expect(other.frames).toHaveLength(1);
    expect(other.frames[0]).toBe(listener.frames[0]);
  });

  it("asks the log for a stream's head once, however many follow it", async () => {
    const { hub, log } = await followedByAda();
    log.broken = true;
    const other = new RecordingListener();
    await hub.follow(ada, other, undefined).live;
    expect(other.heads).toEqual([0]);
  });

  it("misses nothing that is committed and published while the head is on its way", async () => {
    const { hub, bus, log } = await hubSetUp();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    log.delay = () => answered;
    const listener = new RecordingListener();
    const { live } = hub.follow(ada, listener, 0);
    await bus.publish(log.append(ada, exampleEvent("submission.queued")));
    answer();
    await live;
    await settle();
    expect(listener.sequences).toEqual([1]);
  });

  it("takes every event without asking the log, and acknowledges it", async () => {
    const { bus, log } = await followedByAda();
    log.broken = true;
    for (let count = 0; count < 3; count++) {
      const event = log.append(ada, exampleEvent("submission.queued"));
      if (count !== 1) await bus.publish(event);
    }
    await bus.publish(exampleEvent("submission.queued", { subject: "learner.nobody", sequence: 9 }));
    expect(bus.deliveries).toEqual(["SUCCESS", "SUCCESS", "SUCCESS"]);
  });

  it("drops, and records, what is on no stream or is a notice nobody can read", async () => {
    const { bus, deadLetters } = await followedByAda();
    await bus.publish(exampleEvent("submission.queued", { sequence: 1 }));
    await bus.publish(exampleEvent("system.notice", { data: { level: "loud" } }));
    await bus.publish(exampleEvent("submission.progress"));
    expect(bus.deliveries).toEqual(["DROP", "DROP", "DROP"]);
    await settle();
    expect(deadLetters.letters).toHaveLength(3);
  });

  it("records an unreadable event later when the table is away, and once", async () => {
    const { bus, log, deadLetters, time, sweepMs } = await followedByAda();
    deadLetters.broken = true;
    await bus.publish(log.append(ada, exampleEvent("submission.queued", { data: {} })));
    await settle();
    deadLetters.broken = false;
    for (let count = 0; count < 3; count++) {
      time.pass(sweepMs);
      await settle();
    }
    expect(deadLetters.letters).toHaveLength(1);
  });

  it("believes the log when the bus names a number that never was", async () => {
    const { bus, log, listener } = await followedByAda();
    await bus.publish(exampleEvent("submission.queued", { subject: ada, sequence: 1_000_000 }));
    await settle();
    await bus.publish(log.append(ada, exampleEvent("submission.queued")));
    expect(listener.sequences).toEqual([1]);
    expect(listener.resets).toEqual([]);
  });

  it("resets a follower when what comes next was purged meanwhile", async () => {
    const { bus, log, listener } = await followedByAda();
    for (let count = 0; count < 4; count++) log.append(ada, exampleEvent("submission.queued"));
    log.purge(ada, 2);
    const event = log.append(ada, exampleEvent("submission.queued"));
    await bus.publish(event);
    await settle();
    expect(listener.resets).toEqual([{ head: 5, reason: "too-old" }]);
    await bus.publish(log.append(ada, exampleEvent("submission.queued")));
    expect(listener.sequences).toEqual([6]);
  });

  it("resets its followers when the log was restored from an older backup", async () => {
    const { bus, log, listener, time, sweepMs } = await followedByAda();
    for (let count = 0; count < 4; count++)
      await bus.publish(log.append(ada, exampleEvent("submission.queued")));
    log.truncate(ada, 2);
    time.pass(sweepMs);
    await settle();
    expect(listener.resets).toEqual([{ head: 2, reason: "unknown-id" }]);
    await bus.publish(log.append(ada, exampleEvent("submission.graded")));
    expect(listener.sequences).toEqual([1, 2, 3, 4, 3]);
  });

  it("lets a follower that is full go, with the head, and goes on with the others", async () => {
    const { hub, bus, log, listener } = await followedByAda();
    const slow = new RecordingListener();
    slow.capacity = 1;
    await hub.follow(ada, slow, undefined).live;
    for (let count = 0; count < 3; count++)
      await bus.publish(log.append(ada, exampleEvent("submission.queued")));
    expect(slow.sequences).toEqual([1]);
    expect(slow.resets).toEqual([{ head: 2, reason: "slow-reader" }]);
    expect(listener.sequences).toEqual([1, 2, 3]);
  });

  it("heals a gap for the others when one follower takes nothing", async () => {
    const { hub, bus, log, listener } = await followedByAda({ pageEventsMax: 2 });
    const stuck = new RecordingListener();
    stuck.answerRoom = async () => "stalled";
    await hub.follow(ada, stuck, undefined).live;
    for (let count = 0; count < 4; count++) log.append(ada, exampleEvent("submission.queued"));
    await bus.publish(log.append(ada, exampleEvent("submission.queued")));
    await settle();
    expect(listener.sequences).toEqual([1, 2, 3, 4, 5]);
    expect(stuck.sequences).toEqual([1, 2]);
    expect(stuck.resets).toEqual([{ head: 5, reason: "slow-reader" }]);
  });

  it("reads gaps of many streams a few at a time", async () => {
    const { hub, bus, log } = await hubSetUp({ healsMax: 2 });
    const names = ["learner.a", "learner.b", "learner.c", "learner.d", "learner.e"] as const;
    const listeners = names.map(() => new RecordingListener());
    await Promise.all(names.map((name, index) => hub.follow(name, listeners[index]!, undefined).live));
    let [asking, most] = [0, 0];
    log.delay = async () => {
      most = Math.max(most, ++asking);
      await settle();
      asking--;
    };
    for (const name of names) {
      log.append(name, exampleEvent("submission.queued"));
      await bus.publish(log.append(name, exampleEvent("submission.graded")));
    }
    await expect.poll(() => listeners.map(({ sequences }) => sequences)).toEqual(names.map(() => [1, 2]));
    expect(most).toBe(2);
  });
});
