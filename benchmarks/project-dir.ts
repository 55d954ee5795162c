import { dirname } from "node:path";

export const projectDir = dirname(import.meta.dirname);
