import { rmSync } from "node:fs";
import { join } from "node:path";
import type { DataFolder } from "./data-folder.ts";

export type SocketRoom = "engine" | "realtime" | "skills" | "web";

/** Where a room listens on one machine. A socket that a killed run left behind is removed: the folder's lock is ours. */
export function freshSocket(folder: DataFolder, room: SocketRoom): string {
  const path = socketOf(folder, room);
  rmSync(path, { force: true });
  return path;
}

export function socketOf(folder: DataFolder, room: string): string {
  return join(folder.runPath, `${room}.sock`);
}
