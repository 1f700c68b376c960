import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { Arming, RealAccount } from '../../../ports/real-money.ts';

interface ArmingRow {
  username: Username;
  id: string;
  accounts: string;
  armed_at: number;
  until: number;
}

export async function armingOf(knex: Knex, username: Username): Promise<Arming | null> {
  return armingFromRow(await rowOf(knex, username));
}

/** The user's arming, locked: no other transaction can end it before this one has ended. */
export async function heldArming(
  trx: Knex.Transaction,
  username: Username,
): Promise<Arming | null> {
  // SQLite ignores `forShare`: there the transaction already keeps all other writers out.
  return armingFromRow(await rowOf(trx, username).forShare());
}

export async function putArming(
  trx: Knex.Transaction,
  username: Username,
  { id, accounts, armedAt, until }: Arming,
): Promise<void> {
  const times = { armed_at: armedAt.getTime(), until: until.getTime() };
  await trx<ArmingRow>('armings')
    .insert({ username, id, accounts: JSON.stringify(accounts), ...times })
    .onConflict('username')
    .merge();
}

export async function dropArming(trx: Knex.Transaction, username: Username): Promise<void> {
  await trx('armings').where({ username }).delete();
}

function rowOf(knex: Knex, username: Username) {
  return knex<ArmingRow>('armings').where({ username }).first();
}

function armingFromRow(row: ArmingRow | undefined): Arming | null {
  if (!row) return null;
  const accounts = JSON.parse(row.accounts) as readonly RealAccount[];
  return { id: row.id, accounts, armedAt: new Date(row.armed_at), until: new Date(row.until) };
}
