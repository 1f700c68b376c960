import { inject } from 'vitest';

/**
 * The run's Postgres; null where this machine has none, and the caller says what it leaves out.
 * @throws in a project that starts none: there a test on Postgres would be left out unseen.
 */
export function postgresUrl(): string | null {
  const url = inject('pgUrl') as string | null | undefined;
  if (url === undefined) throw new Error('A test on Postgres belongs to the project `server`');
  return url;
}
