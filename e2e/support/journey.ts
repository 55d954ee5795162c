import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";

export { expect } from "@playwright/test";

interface Quiet {
  /** Which lines the browser itself writes because a journey cuts the network or ends a session. */
  expectedFaults: RegExp | undefined;
  quiet: void;
}

/** What must hold in every journey: nothing on the console, no request to another machine. */
export const test = base.extend<Quiet>({
  expectedFaults: [undefined, { option: true }],
  quiet: [
    async ({ context, baseURL, expectedFaults }, use) => {
      const faults: string[] = [];
      watch(context, hostOf(baseURL), (fault) => expectedFaults?.test(fault) || faults.push(fault));
      await use();
      expect(faults, "console errors, failed scripts and requests to elsewhere").toEqual([]);
    },
    { auto: true },
  ],
});

function hostOf(baseUrl: string | undefined): string {
  if (baseUrl === undefined) throw new Error("MASTERY_E2E_URL is set by the global set-up");
  return new URL(baseUrl).host;
}

function watch(context: BrowserContext, host: string, report: (fault: string) => void): void {
  context.on("console", (message) => {
    if (message.type() === "error") report(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => report(`script: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== host) report(`request: ${request.url()}`);
  });
}

/** axe finds nothing on the page as it stands, by WCAG 2.2 AA and best practice. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found, `accessibility of ${what}`).toEqual([]);
}

/** The connection light, wherever this width shows it, says that events arrive. */
export async function expectLive(page: Page): Promise<void> {
  await expect(page.locator(".conn").filter({ visible: true }).first()).toHaveText("Live");
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
