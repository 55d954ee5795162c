/** What has something to write once the current turn of the event loop is over. */
export interface Flushable {
  flush(): void;
}

/**
 * Gathers whoever has something to write and lets each write once at the end of the turn: a burst of events costs a
 * connection one system call, not one an event.
 */
export function createWriteBatch(): (flushable: Flushable) => void {
  let waiting: Flushable[] = [];

  function flushAll(): void {
    const due = waiting;
    waiting = [];
    for (const flushable of due) flushable.flush();
  }

  return (flushable) => {
    if (waiting.length === 0) setImmediate(flushAll);
    waiting.push(flushable);
  };
}
