import { MonacoConfig } from "@mastery/contracts/monaco-config";
import { describe, expect, it } from "vitest";
import { builtInConfig } from "./built-in-config.ts";
import { keepConfig, readKnownConfig } from "./known-config.ts";

const device = { coarsePointer: false, screenReader: false, theme: "standard" } as const;

describe("the configuration without the skill", () => {
  it("keeps the contract on every device", () => {
    for (const coarsePointer of [false, true]) {
      for (const screenReader of [false, true]) {
        const config = builtInConfig({ ...device, coarsePointer, screenReader });
        expect(MonacoConfig.safeParse(config).success).toBe(true);
      }
    }
  });

  it("turns screen-reader support on for who asks for it", () => {
    expect(builtInConfig({ ...device, screenReader: true }).options.accessibilitySupport).toBe("on");
  });

  it("is preferred neither to the last answer nor mixed up with another device's", () => {
    const values = new Map<string, string>();
    const storage = {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
    };
    const answer = { ...builtInConfig(device), version: "7" };
    keepConfig(storage, device, answer);
    expect(readKnownConfig(storage, device)).toEqual(answer);
    expect(readKnownConfig(storage, { ...device, coarsePointer: true })).toBeUndefined();
  });

  it("stands in for an answer that this page cannot read", () => {
    expect(readKnownConfig({ getItem: () => '{"version":"9"}' }, device)).toBeUndefined();
    expect(readKnownConfig({ getItem: () => "{" }, device)).toBeUndefined();
  });
});
