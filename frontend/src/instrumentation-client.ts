import { config } from "zod";

// Next runs this file before any other in the browser. Zod would otherwise try whether it may compile its schemas with
// `eval`, which our policy forbids and browsers report.
config({ jitless: true });
