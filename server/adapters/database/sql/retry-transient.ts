import { setTimeout as sleep } from 'node:timers/promises';

const TRANSIENT = new Set(['40001', '40P01', 'SQLITE_BUSY']);
const ATTEMPTS = 6;

/** Runs the work again when the database aborted it to resolve a conflict with another transaction. */
export async function retryTransient<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !TRANSIENT.has(codeOf(error))) throw error;
      await sleep(attempt * 20 * (1 + Math.random()));
    }
  }
}

/** Objection wraps the driver's error, which has the code. */
function codeOf(error: unknown): string {
  const { code, nativeError } = error as { code?: string; nativeError?: { code?: string } };
  return nativeError?.code ?? code ?? '';
}
