import { exerciseFiles } from "../support/exercise-files.ts";
import { handIn } from "../support/hand-in.ts";
import { expect, expectAccessible, expectLive, signIn, test as journey } from "../support/journey.ts";
import { newLearner } from "../support/new-learner.ts";
import { freePort, removeFolder, startProduct, temporaryFolder, type Product } from "../support/product.ts";

interface Restartable {
  url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A product of its own, since these journeys stop it. */
const test = journey.extend<{ product: Restartable }>({
  // oxlint-disable-next-line no-empty-pattern -- a fixture names what it needs, and this one needs nothing
  product: async ({}, use) => {
    const options = { dataDir: temporaryFolder(), port: await freePort(), adminPort: await freePort() };
    let running: Product | undefined = await startProduct(options);
    const { url } = running;
    await use({
      url,
      stop: async () => {
        await running?.stop();
        running = undefined;
      },
      start: async () => {
        running = await startProduct(options);
      },
    });
    await running?.stop();
    removeFolder(options.dataDir);
  },
  baseURL: ({ product }, use) => use(product.url),
});

const restartsWithinMs = 240_000;

test.use({
  expectedFaults: /^console: Failed to load resource: (net::ERR_|.* status of (401|502|503|504) )/,
});

test("a learner keeps everything while the server restarts, and hands in once it is back", async ({
  page,
  product,
  isMobile,
}) => {
  test.setTimeout(restartsWithinMs);
  test.skip(isMobile, "one screen is enough for a restart");
  const learner = await newLearner(product.url);
  await signIn(page, learner.email, learner.password);
  await expect(page.getByRole("list", { name: "Suggestions" })).toBeVisible();
  await page.goto("/editor/library-card");
  await expect(page.locator(".code-host[data-ready]")).toBeAttached();
  await expectLive(page);

  await product.stop();
  const light = page.locator(".conn").filter({ visible: true });
  await expect(light).toHaveText(/^Reconnecting, next try in \d+ s$/);
  await handIn(page, exerciseFiles("library-card").solution, isMobile);
  await expect(page.getByText("Not submitted.")).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, "the editor without a server");

  await product.start();
  await expect(light).toHaveText("Live", { timeout: 60_000 });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: /pass/ }).first()).toBeVisible();
});
