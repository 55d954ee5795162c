import { LearnerEvent } from "@mastery/contracts/learner-event";
import { chromium, type Browser, type Page } from "@playwright/test";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import journeys from "../e2e/playwright.config.ts";
import { signIn } from "../e2e/support/journey.ts";
import { password } from "./classroom.ts";
import type { TypicalExercise } from "./exercise.ts";
import { installStopwatch } from "./page-stopwatch.js";
import { within } from "./within.ts";

const stepWithinMs = 60_000;
/** A learner reads for a moment; what follows a grading is over by then. */
const pauseMs = 250;

/** Times in milliseconds of the page's own clock, except `wallClock`. */
const PageTiming = z.object({
  verdict: z.string(),
  pressedAt: z.number(),
  sentAt: z.number(),
  acceptedAt: z.number(),
  paintedAt: z.number(),
  /** The frame as it arrived; absent when the page learned of the verdict in another way. */
  graded: z
    .object({ at: z.number(), wallClock: z.number(), frame: z.string() })
    .transform(({ frame, ...times }) => ({ ...times, submissionId: submissionIdIn(frame) }))
    .optional(),
});
export type PageTiming = z.infer<typeof PageTiming>;

export interface BrowserPlan {
  readonly url: string;
  readonly email: string;
  readonly exercise: TypicalExercise;
  readonly submissions: number;
  readonly withinMs: number;
}

/**
 * One learner in one tab: hands in the solution again and again, each time waiting for the verdict on screen. The
 * learner has handed it in before, so that the editor opens with it.
 */
export async function measureInBrowser(plan: BrowserPlan): Promise<PageTiming[]> {
  const browser = await launch();
  try {
    const page = await openEditor(browser, plan);
    const timings: PageTiming[] = [];
    const deadline = performance.now() + plan.withinMs;
    // The first one warms up everything and is not counted.
    await submitOnce(page);
    while (timings.length < plan.submissions && performance.now() < deadline) {
      timings.push(await submitOnce(page));
      await delay(pauseMs);
    }
    return timings;
  } finally {
    await browser.close();
  }
}

function launch(): Promise<Browser> {
  return chromium.launch(journeys.use?.launchOptions).catch((error: unknown) => {
    throw new Error("Chromium could not be started; CHROMIUM_PATH names another one", { cause: error });
  });
}

async function openEditor(browser: Browser, { url, email, exercise }: BrowserPlan): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(stepWithinMs);
  await context.addInitScript(installStopwatch);
  const page = await context.newPage();
  await signIn(page, email, password);
  await page.waitForURL((at) => !at.pathname.startsWith("/sign-in"));
  await page.goto(`/editor/${exercise.slug}`);
  await page.locator(".code-host[data-ready]").waitFor();
  return page;
}

async function submitOnce(page: Page): Promise<PageTiming> {
  const button = page.getByRole("button", { name: /^Submit/ });
  // Pressed while the one before is still being settled, it would do nothing.
  await button.and(page.locator("[aria-disabled=false]")).waitFor();
  const measured = page.evaluate("masteryStopwatch()");
  await button.click();
  const timing = await within(measured, stepWithinMs, "no verdict was on screen").catch(
    async (error: unknown) => {
      const shown = await page.locator("main").innerText();
      throw new Error(`No verdict came after Submit was pressed; the page shows:\n${shown}`, {
        cause: error,
      });
    },
  );
  const parsed = PageTiming.parse(timing);
  if (!/tests? pass(es)?$/.test(parsed.verdict) || parsed.verdict.startsWith("Not yet")) {
    throw new Error(`the solution should pass, but the page says "${parsed.verdict}"`);
  }
  return parsed;
}

function submissionIdIn(frame: string): string {
  const data = /^data: (.*)$/m.exec(frame)?.[1] ?? "null";
  const event = LearnerEvent.parse(JSON.parse(data));
  if (event.type !== "submission.graded")
    throw new Error(`the frame should tell of a grade, not ${event.type}`);
  return event.data.submissionId;
}
