import compression from "compression";
import next from "next";
import { unlinkSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { readEnvironment } from "./src/lib/server/environment.ts";
import { listenTarget } from "./src/lib/server/listen-target.ts";
import { log } from "./src/lib/server/log.ts";
import { serveStatic } from "./src/lib/server/serve-static.ts";

const drainMsMax = 5_000;
const defaultListen = "3000";

process.env["NEXT_TELEMETRY_DISABLED"] = "1";
const dev = process.argv.includes("--dev");
const directory = fileURLToPath(new URL(".", import.meta.url));

await start();

/** Static files first, already compressed; everything else is a page, compressed on its way out. */
async function start(): Promise<void> {
  speakJson();
  readEnvironment();
  const target = listenTarget(process.env["WEB_LISTEN"] ?? defaultListen);
  if (target.path !== undefined) removeStale(target.path);
  const server = createServer();
  const app = next({ dev, dir: directory, httpServer: server });
  await app.prepare();
  const handle = app.getRequestHandler();
  const compress = compression();
  const staticFiles = serveStatic(directory, dev);
  server.on("request", (request, response) => {
    staticFiles(request, response, () => {
      // Its types ask for Express, its code needs no more than node:http.
      compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => {
        handle(request, response).catch((error: unknown) => {
          log.error({ error: format(error), path: request.url }, "page failed");
          if (!response.headersSent) response.writeHead(500);
          response.end();
        });
      });
    });
  });
  server.listen(target, () => {
    log.info({ listen: target, dev }, "listening");
    process.send?.({ type: "ready" });
  });
  const stop = () => {
    void shutDown(server, () => app.close());
  };
  // Whoever started this process is gone, killed perhaps: nobody would ever stop it.
  process.once("disconnect", stop);
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

async function shutDown(server: Server, closeApp: () => Promise<void>): Promise<void> {
  const deadline = setTimeout(() => process.exit(0), drainMsMax);
  deadline.unref();
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  await closed;
  await closeApp();
  process.exit(0);
}

/** Next writes to the console; whoever reads our output expects one JSON object a line. */
function speakJson(): void {
  const info = (...said: unknown[]) => log.info(format(...said));
  const warn = (...said: unknown[]) => log.warn(format(...said));
  const error = (...said: unknown[]) => log.error(format(...said));
  Object.assign(console, { log: info, info, debug: info, warn, error });
}

/** A socket file outlives a killed process; nobody can listen there any more. */
function removeStale(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}
