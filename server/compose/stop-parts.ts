import type { Log } from '../ports/log.ts';

export type Part = readonly [name: string, stop: () => Promise<unknown>];

/**
 * Stops parts, those of one step at the same time. A part that fails is logged, and keeps no later part from
 * stopping.
 */
export async function stopParts(steps: readonly (readonly Part[])[], log: Log): Promise<void> {
  for (const parts of steps) {
    await Promise.all(
      parts.map(async ([name, stop]) => {
        try {
          await stop();
        } catch (error) {
          log.error(`${name} did not stop cleanly`, { error });
        }
      }),
    );
  }
}
