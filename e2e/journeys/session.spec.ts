import type { BrowserContext, Page } from "@playwright/test";
import { exerciseFiles } from "../support/exercise-files.ts";
import { handIn, typeFirst } from "../support/hand-in.ts";
import { expect, expectAccessible, expectLive, signIn, test } from "../support/journey.ts";
import { newLearner, type NewLearner } from "../support/new-learner.ts";

// A refused call is what these journeys are about, and the browser writes a line about each.
test.use({ expectedFaults: /^console: Failed to load resource: .* status of 401 / });

const exercise = "library-card";

test("a session that ran out is renewed without a word, in two tabs at once", async ({
  page: dashboard,
  context,
  baseURL,
  isMobile,
}) => {
  const editor = await twoTabs(dashboard, context, await newLearner(baseURL));
  const suggestions = dashboard.getByRole("list", { name: "Suggestions" }).getByRole("listitem");
  const first = await suggestions.first().getByRole("link").first().getAttribute("href");

  await context.clearCookies({ name: "mastery_at" });
  await Promise.all([
    suggestions
      .first()
      .getByRole("button", { name: /Not now/ })
      .click(),
    handIn(editor, exerciseFiles(exercise).solution, isMobile),
  ]);

  await expect(editor.getByRole("heading", { name: /pass/ }).first()).toBeVisible();
  await expect(suggestions.first().getByRole("link").first()).not.toHaveAttribute("href", first ?? "");
  for (const tab of [dashboard, editor]) await expect(tab.getByText("Read-only")).toHaveCount(0);
  await expectLive(dashboard);
  expect((await context.cookies()).map(({ name }) => name)).toContain("mastery_at");
});

test("a session that cannot be renewed leaves the page to read, and nothing typed is lost", async ({
  page: dashboard,
  context,
  baseURL,
  isMobile,
}) => {
  const learner = await newLearner(baseURL);
  const editor = await twoTabs(dashboard, context, learner);

  await context.clearCookies();
  await typeFirst(editor, "# typed before the end", isMobile);
  await editor.keyboard.press("ControlOrMeta+Shift+Enter");
  await expect(editor.getByText("Read-only: your session could not be renewed.")).toBeVisible();
  await expect(editor.getByText("Not sent: please sign in again.")).toBeVisible();
  await expect(dashboard.getByText("Read-only: your session could not be renewed.")).toBeVisible();
  await typeFirst(editor, "# and after it", isMobile);
  await expectAccessible(editor, "a page without a session");

  await editor.getByRole("link", { name: "Sign in again" }).click();
  await fillSignIn(editor, learner);
  await expect(editor).toHaveURL(new RegExp(`/editor/${exercise}$`));
  if (isMobile) await editor.getByRole("tab", { name: "Code" }).click();
  const code = editor.locator(".monaco-editor .view-lines").first();
  await expect(code).toContainText("typed before the end");
  await expect(code).toContainText("and after it");
  await expect(dashboard.getByText("Read-only")).toHaveCount(0);
  await expectLive(dashboard);
});

test("a sign-out in one tab leaves nothing of the learner in another", async ({
  page: dashboard,
  context,
  baseURL,
}) => {
  const learner = await newLearner(baseURL);
  const editor = await twoTabs(dashboard, context, learner);

  await dashboard.getByRole("button", { name: learner.email.split("@", 1)[0] ?? "" }).click();
  await dashboard.getByRole("menuitem", { name: "Sign out" }).click();

  for (const tab of [dashboard, editor]) {
    await expect(tab.getByRole("heading", { name: "Sign in" })).toBeVisible();
  }
  await fillSignIn(editor, learner);
  await expect(editor).toHaveURL(new RegExp(`/editor/${exercise}$`));
});

/** Signs in, leaves the dashboard in the given tab and opens an exercise in another, which it gives back. */
async function twoTabs(dashboard: Page, context: BrowserContext, learner: NewLearner): Promise<Page> {
  await signIn(dashboard, learner.email, learner.password);
  await expect(dashboard.getByRole("list", { name: "Suggestions" })).toBeVisible();
  await expectLive(dashboard);
  const editor = await context.newPage();
  await editor.goto(`/editor/${exercise}`);
  await expect(editor.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(editor.locator(".code-host[data-ready]")).toBeAttached();
  return editor;
}

async function fillSignIn(page: Page, { email, password }: NewLearner): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
