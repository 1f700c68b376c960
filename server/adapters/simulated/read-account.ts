import type { Knex } from 'knex';
import { byEnd, mergedOrders } from '../../domain/matching/submissions.ts';
import { type BookedOrder, NEW_VENUE } from '../../domain/matching/venue-state.ts';
import { rawRows } from '../database/sql/dialect.ts';
import type { KeptAccount, KeptEnded } from './kept-accounts.ts';
import { orderFromJson, venueStateFromJson } from './venue-state-json.ts';

interface Row {
  /** 0 for the row of the account itself. */
  readonly id: number;
  readonly version: number;
  readonly working: number | null;
  /** Null when it is known already. */
  readonly body: string | null;
  readonly due: number | null;
}

const NEW: KeptAccount = { version: 0, state: NEW_VENUE, ended: null, unmarked: [] };

/**
 * The present account. Only what has changed since `known` is read and parsed, in one statement, so that all
 * of it is as of one moment. With `endedSince` it includes ended submissions.
 */
export async function readAccount(
  knex: Knex,
  account: string,
  known: KeptAccount | null,
  endedSince: Date | null,
): Promise<KeptAccount> {
  const readsEnded = known && reachesBack(known, endedSince) ? null : endedSince;
  const rows = await rowsOf(knex, account, known?.version ?? null, readsEnded);
  const [itself, ...changed] = rows;
  if (!itself) return NEW;
  if (known && itself.version < known.version) return readAccount(knex, account, null, endedSince);
  return changedBy(itself, changed, known ?? NEW, readsEnded);
}

/** Whether all ended submissions that have changed since then are included; null: none are wanted. */
export function reachesBack({ ended }: KeptAccount, since: Date | null): boolean {
  return since === null || (ended !== null && ended.since <= since);
}

function changedBy(
  { version, body }: Row,
  changed: readonly Row[],
  known: KeptAccount,
  readsEnded: Date | null,
): KeptAccount {
  const state = body === null ? known.state : { ...known.state, ...venueStateFromJson(body) };
  if (changed.length === 0) {
    const ended = endedAfter(known.ended, [], readsEnded);
    return { version, state, ended, unmarked: known.unmarked };
  }
  const orders = changed.map((row) => orderFromJson(row.body!));
  const unmarked = changed.filter(({ due }) => due === 0).map(({ id }) => String(id));
  const { working, ended } = byEnd(mergedOrders(known.state.orders, orders));
  return {
    version,
    state: { ...state, orders: working },
    ended: endedAfter(known.ended, ended, readsEnded),
    unmarked: [...known.unmarked, ...unmarked],
  };
}

function endedAfter(
  known: KeptEnded | null,
  over: readonly BookedOrder[],
  read: Date | null,
): KeptEnded | null {
  if (read) return { since: read, orders: over };
  if (!known) return null;
  return over.length === 0 ? known : { ...known, orders: mergedOrders(known.orders, over) };
}

function rowsOf(
  knex: Knex,
  account: string,
  known: number | null,
  endedSince: Date | null,
): Promise<readonly Row[]> {
  const changed = known === null ? 'working = 1' : 'working IN (0, 1) AND version > ?';
  const older = known === null ? '' : 'AND version <= ?';
  const columns = 'id, version, working, body, CASE WHEN working = 1 THEN ends_at END AS due';
  const parts = [
    `SELECT 0 AS id, version, NULL AS working,
       CASE WHEN version = ? THEN NULL ELSE state END AS body, NULL AS due
     FROM simulated_venue WHERE account = ?`,
    `SELECT ${columns} FROM simulated_orders WHERE account = ? AND ${changed}`,
    `SELECT ${columns} FROM simulated_orders WHERE account = ? AND working = 0 AND changed_at >= ? ${older}`,
  ];
  const versions = known === null ? [] : [known];
  const bindings = [known ?? 0, account, account, ...versions];
  if (endedSince) bindings.push(account, endedSince.getTime(), ...versions);
  const sql = parts.slice(0, endedSince ? 3 : 2).join(' UNION ALL ');
  return rawRows<Row>(knex, `${sql} ORDER BY 1`, bindings);
}
