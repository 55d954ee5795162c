import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendRaw } from "../../testing/send-raw.ts";
import { startTestGateway, type TestGateway } from "../../testing/start-test-gateway.ts";
import { echo, startUpstream, type Upstream } from "../../testing/start-upstream.ts";

const config = { allowed_payload_size: 1, size_unit: "kilobytes" };
let upstream: Upstream;
let gateway: TestGateway;
let seen = 0;

beforeAll(async () => {
  upstream = await startUpstream((request, response) => {
    seen += 1;
    echo(request, response);
  });
  gateway = await startTestGateway(upstream.url, { plugins: [{ name: "request-size-limiting", config }] });
});

afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

function chunked(bytes: number, extraHeaders = ""): string {
  const body = `${bytes.toString(16)}\r\n${"x".repeat(bytes)}\r\n0\r\n\r\n`;
  return `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n${extraHeaders}\r\n${body}`;
}

async function post(body: string) {
  const response = await fetch(gateway.url, { method: "POST", body });
  return { status: response.status, body: await response.text() };
}

describe("request-size-limiting", () => {
  it("lets a body of exactly the limit pass", async () => {
    expect((await post("x".repeat(1024))).status).toBe(200);
    expect(await sendRaw(gateway.port, chunked(1024))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("answers 413 to one byte more, by its length", async () => {
    const before = seen;
    const { status, body } = await post("x".repeat(1025));
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ message: "Request size limit exceeded" });
    expect(seen).toBe(before);
  });

  it("answers 413 to one byte more that comes in chunks, before the service sees anything", async () => {
    const before = seen;
    const answer = await sendRaw(gateway.port, chunked(1025));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"message":"Request size limit exceeded"');
    expect(seen).toBe(before);
  });

  it("passes a chunked body on whole, with its length", async () => {
    const answer = await sendRaw(gateway.port, chunked(11));
    expect(answer).toContain('"body":"xxxxxxxxxxx"');
    expect(answer).toContain('"content-length":"11"');
    expect(answer).not.toContain('"transfer-encoding"');
  });

  it("invites a chunked body whose sender waits for it, and answers 417 when it is too large", async () => {
    const waits = "Expect: 100-continue\r\n";
    expect(await sendRaw(gateway.port, chunked(11, waits))).toMatch(
      /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /,
    );
    expect(await sendRaw(gateway.port, chunked(1025, waits))).toContain("HTTP/1.1 417 ");
  });

  it("reads away what it refused, so that the sender gets the answer and may go on", async () => {
    expect((await post("x".repeat(2_000_000))).status).toBe(413);
    expect((await post("small")).status).toBe(200);
  });

  it("lets requests without a body pass", async () => {
    expect((await fetch(gateway.url)).status).toBe(200);
  });
});
