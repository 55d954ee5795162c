/** Marks rows as published, many in one statement: while one statement runs, the next one's ids gather. */
export class Marker {
  readonly #markPublished: (ids: readonly string[]) => Promise<void>;
  #gathering: string[] = [];
  #next: Promise<void> | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(markPublished: (ids: readonly string[]) => Promise<void>) {
    this.#markPublished = markPublished;
  }

  /** Resolves when these ids are marked in the database. */
  mark(ids: readonly string[]): Promise<void> {
    this.#gathering.push(...ids);
    this.#next ??= this.#flushAfter(this.#running);
    return this.#next;
  }

  async #flushAfter(running: Promise<unknown>): Promise<void> {
    await running;
    const ids = this.#gathering;
    this.#gathering = [];
    this.#next = undefined;
    const flush = this.#markPublished(ids);
    // The one after waits for this one to end, well or not; whoever asked for it hears of its failure.
    this.#running = flush.catch(() => undefined);
    await flush;
  }
}
