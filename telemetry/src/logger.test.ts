import { describe, expect, it } from "vitest";
import { createLogger } from "./logger.ts";

function capture() {
  const lines: string[] = [];
  const logger = createLogger("test", { destination: { write: (line: string) => void lines.push(line) } });
  return { logger, lines };
}

describe("the logger", () => {
  it.each([
    [{ password: "s3cret" }],
    [{ body: { password: "s3cret" } }],
    [{ request: { headers: { authorization: "Bearer s3cret" } } }],
    [{ request: { headers: { "set-cookie": "mastery_at=s3cret" } } }],
    [{ a: { b: { c: { refreshToken: "s3cret" } } } }],
  ])("never writes a secret, as in %j", (content) => {
    const { logger, lines } = capture();
    logger.info(content, "something happened");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("[redacted]");
    expect(lines[0]).not.toContain("s3cret");
  });
});
