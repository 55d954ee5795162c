const everyMs = 20;
const withinMs = 30_000;

/** Asks again until the answer is yes; a busy machine may take its time. */
export async function eventually(check: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error("What was waited for did not happen");
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
