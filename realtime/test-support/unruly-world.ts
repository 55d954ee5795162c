import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { StreamName } from "@mastery/contracts/stream";
import { Topic } from "@mastery/contracts/topic";
import * as fc from "fast-check";
import type { Following } from "../src/hub.ts";
import { exampleEvent } from "./example-events.ts";
import { hubSetUp } from "./hub-set-up.ts";
import { settle } from "./manual-time.ts";
import { RecordingListener } from "./recording-listener.ts";

const streams = ["learner.ada", "learner.alan", "learner.grace"] as const;
const loggedTypes = ["submission.queued", "submission.graded", "mastery.updated"] as const;

/** One thing that happens in the world around a hub. */
export type Act =
  | { readonly type: "commit"; readonly stream: StreamName; readonly event: (typeof loggedTypes)[number] }
  | { readonly type: "arrive"; readonly pick: number }
  | {
      readonly type: "connect";
      readonly stream: StreamName;
      readonly topics: readonly Topic[];
      readonly from: number | null;
    }
  | { readonly type: "reconnect"; readonly pick: number }
  | { readonly type: "sweep" | "breakLog" | "mendLog" | "turn" };

const stream = fc.constantFrom(...streams);
const topics = fc.subarray([...Topic.options], { minLength: 1 });

/** The bus brings what was committed at any time, again and again, in any order, and much of it never. */
export const someAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("commit" as const),
      stream,
      event: fc.constantFrom(...loggedTypes),
    }),
  },
  { weight: 7, arbitrary: fc.record({ type: fc.constant("arrive" as const), pick: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("connect" as const),
      stream,
      topics,
      from: fc.option(fc.nat()),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("reconnect" as const), pick: fc.nat() }) },
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constantFrom("sweep", "breakLog", "mendLog", "turn", "turn", "turn") }),
  },
);

/** One browser, across its connections: each goes on behind the last event of the one before. */
class Client {
  readonly stream: StreamName;
  readonly topics: readonly Topic[];
  /** The log did not answer when it connected. */
  refused = false;
  readonly #from: number | undefined;
  readonly #connections: { listener: RecordingListener; following: Following }[] = [];

  constructor(stream: StreamName, topics: readonly Topic[], from: number | undefined) {
    this.stream = stream;
    this.topics = topics;
    this.#from = from;
  }

  connect(hub: World["hub"]): void {
    this.#connections.at(-1)?.following.leave();
    const listener = new RecordingListener(this.topics);
    const following = hub.follow(this.stream, listener, this.sequences.at(-1) ?? this.start);
    this.refused = false;
    following.live.catch(() => (this.refused = true));
    this.#connections.push({ listener, following });
  }

  /** The number it began behind. */
  get start(): number | undefined {
    return this.#from ?? this.#connections.flatMap(({ listener }) => listener.heads)[0];
  }

  get sequences(): number[] {
    return this.#connections.flatMap(({ listener }) => listener.sequences);
  }

  get eventIds(): string[] {
    return this.#connections.flatMap(({ listener }) => listener.eventIds);
  }

  get resets(): unknown[] {
    return this.#connections.flatMap(({ listener }) => listener.resets);
  }
}

type World = Awaited<ReturnType<typeof hubSetUp>>;

/** Plays the acts, then mends all and lets the hub come to rest. `turns` are how long the log's answers travel. */
export async function play(acts: readonly Act[], turns: readonly number[]) {
  const world = await hubSetUp({ pageEventsMax: 3 });
  const { log, hub } = world;
  const clients: Client[] = [];
  const committed: CloudEvent[] = [];
  let asked = 0;
  log.delay = async () => {
    const travel = turns[asked++ % turns.length] ?? 0;
    for (let turn = 0; turn < travel; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
  };

  for (const act of acts) await perform(act, world, clients, committed);

  log.broken = false;
  await settle();
  for (const client of clients) if (client.refused) client.connect(hub);
  await settle();
  await sweepOnce(world);
  await sweepOnce(world);
  await hub.close();
  return { clients, log };
}

async function perform(act: Act, world: World, clients: Client[], committed: CloudEvent[]): Promise<void> {
  const { log, bus, hub } = world;
  switch (act.type) {
    case "commit":
      committed.push(log.append(act.stream, exampleEvent(act.event)));
      return;
    case "arrive": {
      const event = committed[act.pick % Math.max(1, committed.length)];
      if (event) await bus.publish(event);
      return;
    }
    case "connect": {
      const from = act.from === null ? undefined : act.from % (log.all(act.stream).length + 1);
      const client = new Client(act.stream, act.topics, from);
      clients.push(client);
      return client.connect(hub);
    }
    case "reconnect":
      return clients[act.pick % Math.max(1, clients.length)]?.connect(hub);
    case "sweep":
      return world.time.pass(world.sweepMs);
    case "breakLog":
    case "mendLog":
      log.broken = act.type === "breakLog";
      return;
    case "turn":
      return new Promise((resolve) => setImmediate(resolve));
  }
}

async function sweepOnce({ time, sweepMs }: World): Promise<void> {
  time.pass(sweepMs);
  await settle();
}
