import { pino } from "pino";

/** JSON lines on standard output; the one way this process says anything. */
export const log = pino({ name: "web", base: { name: "web" }, redact: ["*.cookie", "*.authorization"] });
