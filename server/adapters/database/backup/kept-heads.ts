import type { Knex } from 'knex';
import type { KeptHead } from '../../../ports/backups.ts';
import { HEADS } from './archive-lines.ts';
import { readArchive } from './read-archive.ts';
import { BOOK_OF } from './write-archive.ts';

/** The last event of every log in a backup. @throws {BadArchive} */
export async function headsIn(file: string): Promise<readonly KeptHead[]> {
  const heads: KeptHead[] = [];
  let mode: KeptHead['mode'] | null = null;
  for await (const item of readArchive(file, (_part, table) => table === HEADS)) {
    if (item.kind === 'table') mode = BOOK_OF[item.part];
    if (item.kind !== 'rows' || !mode) continue;
    for (const row of item.rows) {
      const [username, sequence, hash] = row as [string, number, string];
      heads.push({ mode, username, sequence, hash });
    }
  }
  return heads;
}

const AT_ONCE = 100;

/** The heads of one book that its logs do not contain: the logs were cut off or rewritten since. */
export async function lostFrom(
  knex: Knex,
  heads: readonly KeptHead[],
): Promise<readonly KeptHead[]> {
  const lost: KeptHead[] = [];
  for (let at = 0; at < heads.length; at += AT_ONCE) {
    const some = heads.slice(at, at + AT_ONCE).filter(({ sequence }) => sequence > 0);
    const events: { username: string; hash: string }[] = await knex('events')
      .whereIn(
        ['username', 'sequence'],
        some.map(({ username, sequence }) => [username, sequence]),
      )
      .select('username', 'hash');
    const known = new Set(events.map((event) => `${event.username} ${event.hash}`));
    lost.push(...some.filter(({ username, hash }) => !known.has(`${username} ${hash}`)));
  }
  return lost;
}
