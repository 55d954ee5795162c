import { exerciseFiles } from "../support/exercise-files.ts";
import * as program from "../support/api.ts";
import { expect, expectAccessible, expectLive, signIn, test } from "../support/journey.ts";
import { demoPassword } from "../support/product.ts";

test("a teacher sees the class, and what a learner does while it happens", async ({ page, baseURL }) => {
  if (baseURL === undefined) throw new Error("the configuration names the base address");
  await signIn(page, "teacher@demo.example", demoPassword);
  await expect(page.getByRole("heading", { level: 1, name: "Demo class" })).toBeVisible();
  await expectLive(page);
  const row = page.getByRole("row", { name: /Robin Castellan/ });
  await expect(row).toBeVisible();
  await expectAccessible(page, "the class");

  const learner = await program.signIn(baseURL, "student@demo.example", demoPassword);
  const body = { exercise: "library-card", code: exerciseFiles("library-card").solution };
  const answer = await learner.post("/api/submissions", body);
  expect(answer.status).toBe(202);

  await expect(row).toContainText("Library card");
  const verdicts = page.getByRole("region", { name: "Verdicts" }).getByRole("listitem");
  await expect(verdicts.first()).toContainText("Library card");
  await row.getByRole("link", { name: "Robin Castellan" }).click();
  await expect(page.getByRole("heading", { name: /Robin Castellan/ }).first()).toBeVisible();
  await expectAccessible(page, "a learner's page as the teacher sees it");
});

test("a learner who opens the class page is led away from it", async ({ page }) => {
  await signIn(page, "student@demo.example", demoPassword);
  await expect(page.getByRole("heading", { name: "Where am I?" })).toBeVisible();
  await page.goto("/class");
  await expect(page.getByText(/teachers/i).first()).toBeVisible();
  await expectAccessible(page, "the class page for a learner");
});
