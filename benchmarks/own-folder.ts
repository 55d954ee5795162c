import { removeFolder, temporaryFolder } from "../e2e/support/product.ts";

/** A temporary folder that goes with this process, however it ends. */
export function ownFolder(): string {
  const folder = temporaryFolder();
  process.once("exit", () => removeFolder(folder));
  return folder;
}
