import type { Page } from "@playwright/test";
import { exerciseFiles } from "../support/exercise-files.ts";
import { handIn } from "../support/hand-in.ts";
import { expect, expectAccessible, signIn, test } from "../support/journey.ts";
import { newEmail } from "../support/new-learner.ts";
import { demoPassword } from "../support/product.ts";

// As long as names get, so that it is seen where they do not fit.
const longName = "Wilhelmina Featherstonehaugh-Cholmondeley of Ballyshannon";

test("a learner joins by the teacher's code, begins with the first suggestion, and the teacher sees it", async ({
  page,
  isMobile,
}) => {
  await signIn(page, "teacher@demo.example", demoPassword);
  const code = await page.getByText("Invite code").locator("code").innerText();
  await signOut(page, "Maren Okafor");

  const email = newEmail();
  const name = `${longName} ${email.slice(8, 16)}`;
  await page.goto(`/join?code=${code}`);
  await expectAccessible(page, "the page to join");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Join" }).click();

  await expect(page.getByText("Nothing measured yet.")).toBeVisible();
  const start = page.getByRole("link", { name: /^Start with / });
  await expect(start).toBeVisible();
  await expectAccessible(page, "the first day");
  await expectNoSidewaysScroll(page);

  await start.click();
  await page.waitForURL(/\/editor\//);
  const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await handIn(page, exerciseFiles(slug).solution, isMobile);
  await expect(page.getByRole("heading", { name: /pass/ }).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "What this changed" })).toBeVisible();
  await expectNoSidewaysScroll(page);

  await page.goto("/dashboard");
  await expect(page.getByText(/^likely \d+ to \d+/)).toBeVisible();
  await signOut(page, name);

  await signIn(page, "teacher@demo.example", demoPassword);
  await page.getByRole("row", { name }).getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Where are they?" })).toBeVisible();
  await expect(page.getByText(/^likely \d+ to \d+/)).toBeVisible();
  await expectNoSidewaysScroll(page);
});

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect(over, "pixels that do not fit the width").toBe(0);
}
