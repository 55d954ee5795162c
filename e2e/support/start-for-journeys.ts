import { freePort, removeFolder, startProduct, temporaryFolder } from "./product.ts";

/** Starts the product on a fresh folder for all journeys, and ends it afterwards. */
export default async function start(): Promise<() => Promise<void>> {
  const dataDir = temporaryFolder();
  const product = await startProduct({ dataDir, port: await freePort(), adminPort: await freePort() });
  process.env["MASTERY_E2E_URL"] = product.url;
  return async () => {
    await product.stop();
    removeFolder(dataDir);
  };
}
