import type { CalendarDate, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { OpenFigures } from '../../../ports/narrow-reads.ts';
import { Lru } from '../sql/lru.ts';
import { isPostgres } from '../sql/dialect.ts';
import { accountFromRow } from './account-row.ts';
import { UnknownAccount } from './unknown-account.ts';

type Figures = Omit<OpenFigures, 'account'>;

interface Kept {
  readonly state: string;
  readonly figures: Figures;
}

/** The figures last computed for each user's book, and the state of the book that they belong to. */
export class FiguresMemory extends Lru<Username, Kept> {
  constructor(most = 10_000) {
    super(most);
  }
}

/** The account, and a text that differs for every state of the user's book. @throws {UnknownAccount} */
export async function stateOf(knex: Knex, username: Username, date: CalendarDate) {
  const [row] = await knex('accounts')
    .leftJoin('unlogged_writes', 'unlogged_writes.username', 'accounts.username')
    .where('accounts.username', username)
    .select<{ lock_count: number; count: number | null }[]>('accounts.*', 'unlogged_writes.count');
  if (!row) throw new UnknownAccount(`No account is open for ${username}.`);
  const state = `${row.lock_count} ${row.count ?? 0} ${date}`;
  return { account: accountFromRow(row), state };
}

export async function countUnknownOrders(knex: Knex, username: Username): Promise<number> {
  const active = knex('trades').where({ username }).whereIn('phase', ['PENDING', 'OPEN']);
  const [unknown] = await knex('orders')
    .where({ username, status: 'UNKNOWN' })
    .whereIn('trade_id', active.select('id'))
    .count<{ count: number }[]>({ count: '*' });
  return unknown?.count ?? 0;
}

export async function oldestMark(knex: Knex, username: Username): Promise<Date | null> {
  const part = (name: string) =>
    isPostgres(knex) ? `mark::jsonb ->> '${name}'` : `json_extract(mark, '$.${name}')`;
  const [marked] = await knex('trades')
    .where({ username, phase: 'OPEN' })
    .whereRaw(`${part('receivedAt')} IS NOT NULL`)
    // Times in a mark are ISO texts: their order as text is their order in time.
    .select<{ oldest: string | null }[]>(
      knex.raw(`min(COALESCE(${part('sourceTime')}, ${part('receivedAt')})) AS oldest`),
    );
  return marked?.oldest ? new Date(marked.oldest) : null;
}
