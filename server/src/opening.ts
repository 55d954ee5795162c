/**
 * Opens several things one after the other. When a later one fails, what was opened before is closed again, the newest
 * first, and the failure goes on to the caller.
 */
export async function opening<T>(open: (closing: AsyncDisposableStack) => Promise<T>): Promise<T> {
  const closing = new AsyncDisposableStack();
  try {
    return await open(closing);
  } catch (error) {
    await closing.disposeAsync();
    throw error;
  }
}
