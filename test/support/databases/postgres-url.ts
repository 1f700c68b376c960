import { inject } from 'vitest';

/**
 * The run's Postgres; null when this machine has none, and the caller reports what it skips.
 * @throws in a project that starts none: there a Postgres test would be skipped unseen.
 */
export function postgresUrl(): string | null {
  const url = inject('pgUrl') as string | null | undefined;
  if (url === undefined) throw new Error('A test on Postgres belongs to the project `server`');
  return url;
}
