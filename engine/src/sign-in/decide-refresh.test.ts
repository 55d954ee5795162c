import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideRefresh } from "./decide-refresh.ts";
import { raceMs } from "./lifetimes.ts";

const now = new Date("2026-03-01T10:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const untouched = { used: false, successorUsedAt: undefined, rivalUsedAt: undefined };

describe("deciding about a presented refresh token", () => {
  it("exchanges a token that was never used", () => {
    expect(decideRefresh(untouched, now)).toBe("rotate");
  });

  it("exchanges a used token again while its successor was never used: the answer may have been lost", () => {
    expect(decideRefresh({ ...untouched, used: true }, now)).toBe("rotate");
  });

  it("calls it a race up to and including 20 seconds after the successor's first use", () => {
    expect(decideRefresh({ ...untouched, used: true, successorUsedAt: ago(raceMs) }, now)).toBe("raced");
  });

  it("calls it reuse after that", () => {
    expect(decideRefresh({ ...untouched, used: true, successorUsedAt: ago(raceMs + 1) }, now)).toBe("reused");
  });

  it("treats a token whose twin was used in its stead like any other that is superseded", () => {
    expect(decideRefresh({ ...untouched, rivalUsedAt: ago(1) }, now)).toBe("raced");
    expect(decideRefresh({ ...untouched, rivalUsedAt: ago(raceMs + 1) }, now)).toBe("reused");
  });
});

interface Token {
  readonly parent: number | undefined;
  usedAt: number | undefined;
}

/** A sign-in kept in memory, ruled by `decideRefresh` alone. */
function playFamily(moves: readonly { token: number; waitMs: number }[]) {
  const tokens: Token[] = [{ parent: undefined, usedAt: undefined }];
  const history: { at: number; presented: number; decision: string; supersededAt: number | undefined }[] = [];
  let at = now.getTime();
  for (const move of moves) {
    at += move.waitMs;
    const presented = move.token % tokens.length;
    const token = tokens[presented]!; // the remainder is a position in the list
    const firstUseOfChildren = (parent: number | undefined) =>
      parent === undefined
        ? undefined
        : tokens.find((t) => t.parent === parent && t.usedAt !== undefined)?.usedAt;
    const successor = firstUseOfChildren(presented);
    const rival = token.usedAt === undefined ? firstUseOfChildren(token.parent) : undefined;
    const decision = decideRefresh(
      { used: token.usedAt !== undefined, successorUsedAt: date(successor), rivalUsedAt: date(rival) },
      new Date(at),
    );
    history.push({ at, presented, decision, supersededAt: successor ?? rival });
    if (decision === "reused") break;
    if (decision === "raced") continue;
    token.usedAt ??= at;
    tokens.push({ parent: presented, usedAt: undefined });
  }
  return { tokens, history };
}

function date(ms: number | undefined): Date | undefined {
  return ms === undefined ? undefined : new Date(ms);
}

const moves = fc.array(
  fc.record({ token: fc.nat(30), waitMs: fc.constantFrom(0, 1, raceMs - 1, raceMs, raceMs + 1, 900_000) }),
  { maxLength: 40 },
);

describe("whatever tokens of one sign-in are presented, in whatever order", () => {
  it("only one line of tokens is ever continued: no two twins are both used", () => {
    fc.assert(
      fc.property(moves, (played) => {
        const { tokens } = playFamily(played);
        const usedTwins = Map.groupBy(
          tokens.filter((token) => token.usedAt !== undefined),
          (token) => token.parent,
        );
        for (const twins of usedTwins.values()) expect(twins).toHaveLength(1);
      }),
    );
  });

  it("nobody is signed out unless a token came back more than 20 seconds after something newer was used", () => {
    fc.assert(
      fc.property(moves, (played) => {
        const tooEarly = playFamily(played).history.filter(
          ({ at, decision, supersededAt }) => decision === "reused" && at - (supersededAt ?? at) <= raceMs,
        );
        expect(tooEarly).toEqual([]);
      }),
    );
  });

  it("a client that always uses the newest token it was given, or repeats the one before, is never refused", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(2_000_000)), { maxLength: 40 }), (tries) => {
        let held = 0;
        let minted = 0;
        const played = tries.map(([lost, waitMs]) => {
          const move = { token: held, waitMs };
          minted += 1;
          // When the answer is lost the client still holds what it held before.
          if (!lost) held = minted;
          return move;
        });
        expect(playFamily(played).history.map(({ decision }) => decision)).not.toContain("reused");
        expect(playFamily(played).history.map(({ decision }) => decision)).not.toContain("raced");
      }),
    );
  });
});
