import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ofAda, realtimeSetUp } from "../test-support/realtime-set-up.ts";
import { openStream } from "../test-support/stream-client.ts";
import { metrics } from "./metrics.ts";

async function streamsOpen(): Promise<number | undefined> {
  return (await metrics.streamsOpen.get()).values[0]?.value;
}

const minute = 60_000;

let room: Awaited<ReturnType<typeof realtimeSetUp>>;
beforeEach(async () => {
  room = await realtimeSetUp({ bufferedBytesMax: 64 * 1_024, replayBufferedBytesMax: 16 * 1_024 });
});
afterEach(() => room.close());

describe("a stream ends with stream.closing", () => {
  it("when its token expires", async () => {
    const client = await room.follow(room.tokenOf("ada"), ofAda);
    await client.untilEvent("stream.ready");
    room.time.pass(15 * minute);
    await client.untilEnded();
    expect(client.frame("stream.closing")?.data).toEqual({ reason: "token-expiring" });
  });

  it("when it is unsubscribed", async () => {
    const token = room.tokenOf("ada");
    const subscriptionId = await room.subscriptionOf(token, ofAda);
    const client = await openStream(`${room.origin}/api/events/stream?subscriptionId=${subscriptionId}`, {
      authorization: `Bearer ${token}`,
    });
    await client.untilEvent("stream.ready");
    const answer = await fetch(`${room.origin}/internal/subscriptions/${subscriptionId}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(204);
    await client.untilEnded();
    expect(client.frame("stream.closing")?.data).toEqual({ reason: "unsubscribed" });
  });

  it("when another replica deleted its subscription", async () => {
    const client = await room.follow(room.tokenOf("ada"), ofAda);
    await client.untilEvent("stream.ready");
    room.subscriptions.stored.length = 0;
    room.time.pass(31_000);
    await client.untilEnded();
    expect(client.frame("stream.closing")?.data).toEqual({ reason: "unsubscribed" });
  });

  it("when a teacher no longer teaches the class", async () => {
    room.taught.add("account-tom class.c1");
    const client = await room.follow(room.tokenOf("tom", "teacher"), { topics: ["classes"], classId: "c1" });
    await room.happen("class.c1", "class.activity");
    await client.untilEvent("class.activity");
    room.taught.clear();
    room.time.pass(31_000);
    await client.untilEnded();
    expect(client.frame("stream.closing")?.data).toEqual({ reason: "membership-lost" });
  });

  it("when the server leaves, and then the server is gone", async () => {
    const client = await room.follow(room.tokenOf("ada"), ofAda);
    await client.untilEvent("stream.ready");
    await room.realtime.close();
    await client.untilEnded();
    expect(client.frame("stream.closing")?.data).toEqual({ reason: "server-leaving" });
    expect(room.realtime.health().status).toBe("down");
    await expect(fetch(`${room.origin}/internal/health`)).rejects.toBeInstanceOf(Error);
  });
});

describe("a reader that is slow, or does not read", () => {
  /** 600 of these are far more than the kernel holds for a connection. */
  const large = () => ({ data: { level: "info", text: "x".repeat(32 * 1_024) } });

  it("is reset and let go, and holds nobody else up", async () => {
    const [slow, quick] = [
      await room.follow(room.tokenOf("ada"), ofAda),
      await room.follow(room.tokenOf("ada"), ofAda),
    ];
    await slow.untilEvent("stream.ready");
    await quick.untilEvent("stream.ready");
    slow.response.pause();
    let sent = 0;
    while (sent < 600) {
      for (let count = 0; count < 20; count++, sent++) {
        await room.happen("learner.ada", "system.notice", large());
      }
      await quick.until(() => quick.ids().length === sent, "the quick reader keeps up");
    }
    slow.response.resume();
    await slow.untilEnded();
    const reset = slow.frame("stream.reset");
    expect(reset?.data).toMatchObject({ reason: "slow-reader" });
    const ids = slow.ids();
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, index) => index + 1));
    expect(ids.length).toBeLessThan(sent);
    expect(quick.ids()).toHaveLength(sent);
  });

  it("still gets a gap far larger than its buffer, as fast as it reads", async () => {
    const client = await room.follow(room.tokenOf("ada"), ofAda);
    await client.untilEvent("stream.ready");
    for (let count = 0; count < 299; count++) {
      await room.happen("learner.ada", "system.notice", { ...large(), lost: true });
    }
    await room.happen("learner.ada", "system.notice", large());
    await client.until(() => client.ids().includes(300), "the whole gap");
    expect(client.frame("stream.reset")).toBeUndefined();
    expect(client.ids()).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
  });

  it("still gets a replay far larger than its buffer, as fast as it reads", async () => {
    for (let count = 0; count < 300; count++) await room.happen("learner.ada", "system.notice", large());
    const client = await room.follow(room.tokenOf("ada"), ofAda, { query: "0" });
    await client.until(() => client.ids().includes(300), "the whole replay");
    expect(client.frame("stream.reset")).toBeUndefined();
    expect(client.ids()).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
  });

  it("is cut off when it takes nothing of a replay for half a minute", async () => {
    for (let count = 0; count < 400; count++) await room.happen("learner.ada", "system.notice", large());
    const token = room.tokenOf("ada");
    const subscriptionId = await room.subscriptionOf(token, ofAda);
    const socket = connect(Number(new URL(room.origin).port), "127.0.0.1").pause();
    socket.write(
      `GET /api/events/stream?subscriptionId=${subscriptionId}&lastEventId=0 HTTP/1.1\r\nHost: realtime\r\n` +
        `Authorization: Bearer ${token}\r\n\r\n`,
    );
    await vi.waitFor(async () => expect(await streamsOpen()).toBe(1), { timeout: 30_000 });
    await vi.waitFor(
      async () => {
        room.time.pass(1_000);
        expect(await streamsOpen()).toBe(0);
      },
      { timeout: 50_000, interval: 20 },
    );
    socket.destroy();
  });
});
