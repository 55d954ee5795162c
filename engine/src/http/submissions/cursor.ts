/** Where a page of submissions ended. */
export interface Cursor {
  readonly submittedAt: Date;
  readonly id: string;
}

const pattern = /^(\d{1,15})\.([A-Za-z0-9_-]{1,64})$/;

export function writeCursor({ submittedAt, id }: Cursor): string {
  return `${String(submittedAt.getTime())}.${id}`;
}

/** Undefined for what `writeCursor` never wrote. */
export function readCursor(text: string): Cursor | undefined {
  const [, ms, id] = pattern.exec(text) ?? [];
  return ms === undefined || id === undefined ? undefined : { submittedAt: new Date(Number(ms)), id };
}
