import { setTimeout as wait } from 'node:timers/promises';

/** Polls until there is an answer. @throws after the deadline, with what it waited for. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  { within = 30_000, every = 50 }: { readonly within?: number; readonly every?: number } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = performance.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<Exclude<T, false>>;
    if (performance.now() > deadline) throw new Error(`In ${within} ms there was not: ${what}`);
    await wait(every);
  }
}
