import type { Knex } from 'knex';
import type { TradeId, Username } from '../../../domain/ids.ts';
import { among } from '../sql/chunks.ts';

const TABLE = 'mandate_trades';
const TURNS = 'mandate_turns';

interface Whose {
  readonly username: Username;
  readonly tokenId: string;
}

/** See `MandateReads.placedBy`. */
export async function placedBy(
  db: Knex,
  { username, tokenId }: Whose,
  tradeIds: readonly TradeId[],
): Promise<ReadonlySet<TradeId>> {
  if (tradeIds.length === 0) return new Set();
  const rows = await db(TABLE)
    .where({ username, token_id: tokenId })
    .where(among(db, 'trade_id', tradeIds))
    .select<{ trade_id: TradeId }[]>('trade_id');
  return new Set(rows.map(({ trade_id }) => trade_id));
}

/** See `MandateReads.countPlacedBy`. Reads an index, and only from `since` on. */
export async function countPlacedBy(
  db: Knex,
  { username, tokenId }: Whose,
  since: Date,
): Promise<number> {
  const [row] = await db(TABLE)
    .where({ username, token_id: tokenId })
    .where('placed_at', '>=', since.getTime())
    .count<{ placed: number | string }[]>({ placed: '*' });
  return Number(row?.placed ?? 0);
}

export async function notePlacedBy(
  trx: Knex.Transaction,
  { username, tokenId }: Whose,
  tradeId: TradeId,
  at: Date,
): Promise<void> {
  const row = { trade_id: tradeId, username, token_id: tokenId, placed_at: at.getTime() };
  await trx(TABLE).insert(row);
}

/** See `MandateReads.mandateTurn`. */
export async function mandateTurn(db: Knex, username: Username): Promise<number> {
  const row = await db(TURNS).where({ username }).first<{ turn: number } | undefined>('turn');
  return row?.turn ?? 0;
}

/** The caller holds the lock on the user’s account. */
export async function passMandateTurn(trx: Knex.Transaction, username: Username): Promise<void> {
  await trx(TURNS)
    .insert({ username, turn: (await mandateTurn(trx, username)) + 1 })
    .onConflict('username')
    .merge(['turn']);
}
