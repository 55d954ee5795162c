import type { Page } from "@playwright/test";
import { exerciseFiles } from "../support/exercise-files.ts";
import { handIn } from "../support/hand-in.ts";
import { expect, expectAccessible, expectLive, signIn, test } from "../support/journey.ts";
import { demoPassword } from "../support/product.ts";

test("a learner signs in, hands in wrong and right code, and sees mastery move in two tabs", async ({
  page,
  context,
  isMobile,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectAccessible(page, "the sign-in page");
  await signIn(page, "student@demo.example", demoPassword);

  await expect(page.getByRole("heading", { name: "Where am I?" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Suggestions" })).toBeVisible();
  await expectAccessible(page, "the dashboard");
  const watching = await context.newPage();
  await watching.goto("/dashboard");
  await expectLive(watching);

  const slug = await openFirstSuggestion(page);
  const { wrong, solution } = exerciseFiles(slug);
  await expectAccessible(page, "the editor");

  await handIn(page, wrong, isMobile);
  await expect(
    page.getByRole("heading", { name: /^(Not yet: |Stopped by an error|Out of time)/ }),
  ).toBeVisible();
  await expectAccessible(page, "a failed verdict");

  await handIn(page, solution, isMobile);
  await expect(page.getByRole("heading", { name: /pass/ }).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "What this changed" })).toBeVisible();
  await expectAccessible(page, "a passed verdict");

  const live = watching.getByRole("region", { name: "Live" });
  await expect(live.locator("li").first().getByRole("img", { name: "passed" })).toBeVisible();

  await page.getByRole("button", { name: "Robin Castellan" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("a learner finds an exercise and reads what was expected and what came", async ({ page, isMobile }) => {
  await signIn(page, "student@demo.example", demoPassword);
  await expect(page.getByRole("heading", { name: "Where am I?" })).toBeVisible();
  await page.goto("/exercises");
  await page.getByRole("searchbox").fill("count words");
  await expectAccessible(page, "the catalogue");
  await page.getByRole("main").getByRole("link", { name: "Count words" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Count words" })).toBeAttached();

  await handIn(page, exerciseFiles("count-words", "case-matters.py").wrong, isMobile);
  await expect(page.getByRole("heading", { name: /^Not yet: / })).toBeVisible();
  const difference = page.getByRole("group", { name: "Expected and got" });
  await expect(difference).toContainText("'the'");
  await expect(difference).toContainText("'The'");
  await expectAccessible(page, "the difference");

  await page.reload();
  if (isMobile) await page.getByRole("tab", { name: "Code" }).click();
  await expect(page.locator(".monaco-editor .view-lines").first()).toContainText("Forgets");
});

async function openFirstSuggestion(page: Page): Promise<string> {
  const first = page.getByRole("list", { name: "Suggestions" }).getByRole("listitem").first();
  await first.getByRole("link", { name: /Start|Resume|Again/ }).click();
  await page.waitForURL(/\/editor\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
