import type { Knex } from 'knex';
import type { KillSwitchLevel } from '../../../domain/account/account.ts';
import type { Username } from '../../../domain/ids.ts';
import { isPostgres } from '../sql/dialect.ts';

/** How many of the switch's newest moves are read, and how many halts go into one statement. */
const MOVES = 1_000;
const PART = 100;

interface Of {
  readonly username: Username;
  readonly strategyId: string;
}

/** The log events between which the switch was on. */
interface Halt {
  readonly after: number;
  readonly before: number;
}

/** See `RunEvidence.lastBreach`. The log's order alone decides: clocks of servers differ. */
export async function lastBreach(knex: Knex, of: Of, since: Date): Promise<Date | null> {
  const halts = await haltsOf(knex, of.username, since);
  for (let at = 0; at < halts.length; at += PART) {
    const found = await sentWithin(knex, of, since, halts.slice(at, at + PART));
    if (found) return found;
  }
  return null;
}

/** Newest first. One read: a move that comes meanwhile is seen whole or not at all. */
async function haltsOf(knex: Knex, username: Username, since: Date): Promise<readonly Halt[]> {
  const moves = await knex('events')
    .where({ username })
    .whereRaw(`type = 'KILL_SWITCH_SET'`)
    .orderBy('sequence', 'desc')
    .limit(MOVES)
    .select<MoveColumns[]>('sequence', 'occurred_at', 'payload');
  const halts: Halt[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (const { sequence, occurred_at, payload } of moves) {
    const { to } = JSON.parse(payload) as { readonly to: KillSwitchLevel };
    const after = Number(sequence);
    if (to !== 'OFF') halts.push({ after, before });
    if (Number(occurred_at) < since.getTime()) break;
    before = after;
  }
  return halts;
}

interface MoveColumns {
  readonly sequence: number | string;
  readonly occurred_at: number | string;
  readonly payload: string;
}

async function sentWithin(
  knex: Knex,
  { username, strategyId }: Of,
  since: Date,
  halts: readonly Halt[],
): Promise<Date | null> {
  const [at] = await knex('trades')
    .join('events', (on) =>
      on.on('events.trade_id', 'trades.id').andOn('events.username', 'trades.username'),
    )
    .where({ 'trades.username': username, 'trades.strategy_id': strategyId })
    .where('trades.placed_at', '>=', since.getTime())
    .where('events.type', 'ORDER_SUBMITTED')
    .where((within) => {
      for (const { after, before } of halts)
        void within.orWhereBetween('events.sequence', [after, before]);
    })
    .whereRaw(isPostgres(knex) ? ENTRY_SENT.postgres : ENTRY_SENT.sqlite)
    .orderBy('events.sequence', 'desc')
    .limit(1)
    .pluck<(number | string)[]>('events.occurred_at');
  return at === undefined ? null : new Date(Number(at));
}

/** Conditions that an entry was sent; exits may go out under HALT_ENTRIES. */
const ENTRY_SENT = {
  sqlite: `EXISTS (SELECT 1 FROM json_each(events.payload, '$.orders')
    WHERE json_extract(value, '$.role') = 'ENTRY' AND json_extract(value, '$.status') = 'SUBMITTED')`,
  postgres: `EXISTS (SELECT 1 FROM jsonb_array_elements(events.payload::jsonb -> 'orders') AS sent
    WHERE sent ->> 'role' = 'ENTRY' AND sent ->> 'status' = 'SUBMITTED')`,
} as const;
