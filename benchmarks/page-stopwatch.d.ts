/** Gives the page a `masteryStopwatch()`, which resolves to the timing of the next submission. */
export function installStopwatch(): void;
