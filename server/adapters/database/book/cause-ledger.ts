import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { Cause, KnownCause } from '../../../domain/risk/trip.ts';
import { fromColumns, toColumns, type Shape } from '../sql/record-shape.ts';

const CAUSE: Shape<KnownCause> = {
  kind: 'text',
  subject: 'text',
  since: 'time',
  trippedAt: 'time',
  endedAt: 'time',
  words: 'text',
};
const KEY = ['username', 'kind', 'subject'];

export interface UsersCause extends KnownCause {
  readonly username: Username;
}

/** The causes that tripped the switch, oldest first; of every user, or of one. */
export async function readCauses(knex: Knex, username?: Username): Promise<readonly UsersCause[]> {
  const rows = await knex('switch_causes')
    .where(username === undefined ? {} : { username })
    .orderBy(['since', 'kind', 'subject'])
    .select<{ username: Username }[]>('*');
  return rows.map((row) => ({ ...fromColumns(row, CAUSE), username: row.username }));
}

export async function writeCauses(
  trx: Knex.Transaction,
  username: Username,
  causes: readonly KnownCause[],
): Promise<void> {
  for (const cause of causes)
    await trx('switch_causes')
      .insert({ ...toColumns(cause, CAUSE), username })
      .onConflict(KEY)
      .merge();
}

export async function deleteCauses(
  trx: Knex.Transaction,
  username: Username,
  causes: readonly Cause[],
): Promise<void> {
  for (const { kind, subject } of causes)
    await trx('switch_causes').where({ username, kind, subject }).delete();
}
