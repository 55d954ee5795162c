import type { Page } from "@playwright/test";

/** Replaces the code as a person would, by pasting over all of it, and submits it. */
export async function handIn(page: Page, code: string, isMobile: boolean): Promise<void> {
  if (isMobile) await page.getByRole("tab", { name: "Code" }).click();
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(code)})`);
  await page.locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+V");
  await page.getByRole("button", { name: "Submit" }).click();
}

/** Types a line above all code. */
export async function typeFirst(page: Page, line: string, isMobile: boolean): Promise<void> {
  if (isMobile) await page.getByRole("tab", { name: "Code" }).click();
  await page.locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type(`${line}\n`);
}
