import type { Knex } from 'knex';
import type { HandedLine } from '../../../domain/drift/handed-reads.ts';
import type { MarkSeen } from '../../../domain/drift/recorded-quotes.ts';
import type { DeskReads, RunInput } from '../../../domain/strategy/strategy-run.ts';
import type { RunName } from '../../../ports/drift-store.ts';
import type { TradeId, Username } from '../../../domain/ids.ts';
import { dec } from '../../../domain/decimal.ts';
import { inputFromJson, type LineColumns } from '../runs/line-row.ts';
import { startOf, unpack } from '../sql/packed-text.ts';
import { tradesAmong } from '../sql/chunks.ts';

/** See `DriftStore.journal`. */
export async function journal(
  knex: Knex,
  { username, id }: RunName,
  after: number,
  limit: number,
): Promise<readonly HandedLine[]> {
  const rows = await knex('run_lines')
    .where({ username, run_id: id })
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .select<Pick<LineColumns, 'sequence' | 'at' | 'input' | 'reads'>[]>(
      ...['sequence', 'at', 'input', 'reads'],
    );
  return rows.map(({ sequence, at, input, reads }) => ({
    ...{ sequence, at: new Date(at), input: inputFromJson(JSON.parse(input) as RunInput) },
    ...{ reads, cash: reads === null ? null : cashIn(reads) },
    readsQuotes: reads !== null && readsQuotes(reads),
  }));
}

/** Matches the cash, which is the first field of the stored reads. */
const CASH = /^\{"cash":(?:null|"([^"]*)"),/;

function cashIn(stored: string): string | null {
  const found = CASH.exec(startOf(stored));
  return found ? (found[1] ?? null) : (JSON.parse(unpack(stored)) as DeskReads).cash;
}

/** A packed text is long because it holds option chains, so it holds quotes. */
function readsQuotes(stored: string): boolean {
  if (startOf(stored) !== stored) return true;
  const { quotes, chains } = JSON.parse(stored) as DeskReads;
  return Object.keys(quotes).length + Object.keys(chains).length > 0;
}

interface MarkColumns {
  readonly symbol: string;
  readonly taken_at: number;
  readonly bid: string | null;
  readonly ask: string | null;
}

/** See `DriftStore.marks`. */
export async function marksSeen(
  knex: Knex,
  username: Username,
  ids: readonly TradeId[],
): Promise<readonly MarkSeen[]> {
  const rows = await tradesAmong(knex, username, ids)
    .join('snapshots', 'snapshots.trade_id', 'trades.id')
    .orderBy(['snapshots.taken_at', 'trades.symbol'])
    .select<MarkColumns[]>('trades.symbol', 'snapshots.taken_at', 'snapshots.bid', 'snapshots.ask');
  return rows.map(({ symbol, taken_at, bid, ask }) => ({
    ...{ symbol, at: Number(taken_at) },
    ...{ bid: bid === null ? null : dec(bid), ask: ask === null ? null : dec(ask) },
  }));
}
