import type { Knex } from 'knex';
import { dec, sum, ZERO } from '../../../domain/decimal.ts';
import { grouped } from '../../../domain/grouped.ts';
import type { CalendarDate, Tag, Username } from '../../../domain/ids.ts';
import type { OrderStatus } from '../../../domain/order/order-status.ts';
import { failedInRow } from '../../../domain/risk/failed-sends.ts';
import { REFUSED_ONCE, type StandingAlert } from '../../../domain/account/alert.ts';
import type { TripEvidence } from '../../../domain/risk/trip-signs.ts';
import { describeAccount } from '../../../domain/trade/venue-account.ts';
import type { VenueName } from '../../../domain/venue.ts';
import type { TripMoment, TripRecord } from '../../../ports/trip-evidence.ts';
import { among } from '../sql/chunks.ts';
import { ACTIVE } from '../trades/orders-at-venue.ts';
import { standingAlerts } from './alert-ledger.ts';
import { readCauses } from './cause-ledger.ts';

/** Orders that are read: enough for several failed brackets in a row, with some under way among them. */
const NEWEST_SENT = 60;
/** A send that failed longer ago has been checked since. */
const LATELY_MS = 15 * 60_000;

type Of<T> = T & { readonly username: Username };

/** The record of every user for whom anything is found; with `username`, that user's record in any case. */
export async function tripRecords(
  knex: Knex,
  { today, now }: TripMoment,
  username?: Username,
): Promise<ReadonlyMap<Username, TripRecord>> {
  const causes = grouped(await readCauses(knex, username), ({ username: of }) => of);
  const unknown = grouped(await unknownOrders(knex, username), ({ username: of }) => of);
  const differing = grouped(await differences(knex, username), ({ username: of }) => of);
  const standing = grouped(
    await standingAlerts(knex, ['TOKEN_REFUSED', 'PRICE_CONFLICT'], username),
    ({ kind }) => kind,
  );
  const refused = grouped(standing.get('TOKEN_REFUSED') ?? [], (one) => one.username);
  const conflicts = await conflictsOf(knex, standing.get('PRICE_CONFLICT') ?? []);
  const losses = await netOn(knex, today, username);
  const failing = username === undefined ? await failingLately(knex, now) : [username];
  for (const [of, known] of causes)
    if (known.some(({ kind }) => kind === 'FAILED_SENDS')) failing.push(of);
  const sends = new Map<Username, number>();
  for (const of of new Set(failing)) sends.set(of, await failedSends(knex, of, now));
  const found = [causes, unknown, differing, refused, conflicts, losses, sends];
  const users = new Set(found.flatMap((part) => [...part.keys()]));
  if (username !== undefined) users.add(username);
  const evidenceOf = (of: Username): TripEvidence => ({
    unknown: unknown.get(of) ?? [],
    differing: differing.get(of) ?? [],
    turnedAway: (refused.get(of) ?? []).map(({ about, condition }) => ({
      ...{ subject: about, onlyOnce: condition === REFUSED_ONCE },
    })),
    ...(conflicts.get(of) ?? { held: 0, conflicting: 0 }),
    netToday: losses.get(of) ?? ZERO,
    failedSends: sends.get(of) ?? 0,
  });
  return new Map(
    [...users].map((of) => [of, { evidence: evidenceOf(of), causes: causes.get(of) ?? [] }]),
  );
}

/** Orders in doubt, grouped by tag: the legs of a bracket were sent together. */
async function unknownOrders(knex: Knex, username?: Username) {
  const rows = await knex('orders')
    .join('trades', 'trades.id', 'orders.trade_id')
    .where('orders.status', 'UNKNOWN')
    .where(mine('orders', username))
    .whereIn('trades.phase', ACTIVE)
    .groupBy('orders.username', 'orders.tag')
    .min('orders.sent_at as sent_at')
    .select<Of<{ tag: Tag; sent_at: number | string }>[]>('orders.username', 'orders.tag');
  return rows.map((row) => ({ ...row, sentAt: new Date(Number(row.sent_at)) }));
}

async function differences(knex: Knex, username?: Username) {
  const rows = await knex('invariant_checks')
    // Written like the index: `whereNot` would say NOT state = ?, for which SQLite finds no index.
    .whereRaw("state <> 'HOLDS'")
    .whereIn('invariant', ['QUANTITY', 'CASH'])
    .where(mine('invariant_checks', username))
    .select<
      Of<{
        venue: VenueName;
        account: string;
        invariant: string;
        state: 'DIFFERS' | 'UNKNOWN';
        since: number;
        checked_at: number;
      }>[]
    >('username', 'venue', 'account', 'invariant', 'state', 'since', 'checked_at');
  return rows.map(({ username: of, invariant, state, since, checked_at, ...place }) => ({
    ...{ username: of, subject: `${describeAccount(place)} ${invariant}` },
    ...{ state, twice: Number(since) < Number(checked_at) },
  }));
}

/** Of users whose price conflicts alone: nobody else’s trades are counted. */
async function conflictsOf(knex: Knex, standing: readonly StandingAlert[]) {
  const users = [...new Set(standing.map((one) => one.username))];
  if (users.length === 0) return new Map<Username, { held: number; conflicting: number }>();
  const inConflict = new Set(standing.map(({ about }) => about));
  const open = await knex('trades')
    .where('phase', 'OPEN')
    .where(among(knex, 'username', users))
    .select<Of<{ id: string }>[]>('username', 'id');
  return new Map(
    [...grouped(open, (one) => one.username)].map(([of, trades]) => [
      of,
      { held: trades.length, conflicting: trades.filter(({ id }) => inConflict.has(id)).length },
    ]),
  );
}

/** Sums here and not in the database: SQLite adds as floats. */
async function netOn(knex: Knex, date: CalendarDate, username?: Username) {
  const rows = await knex('realised_days')
    .where({ date })
    .where(mine('realised_days', username))
    .select<Of<{ realized_pnl: string; fees: string }>[]>('username', 'realized_pnl', 'fees');
  return new Map(
    [...grouped(rows, (one) => one.username)].map(([of, parts]) => [
      of,
      sum(parts.map(({ realized_pnl, fees }) => dec(realized_pnl).minus(fees))),
    ]),
  );
}

async function failingLately(knex: Knex, now: Date): Promise<Username[]> {
  return knex('orders')
    .whereIn('status', ['REJECTED', 'UNKNOWN'])
    .where('updated_at', '>=', now.getTime() - LATELY_MS)
    .distinct('username')
    .pluck<Username[]>('username');
}

async function failedSends(knex: Knex, username: Username, now: Date): Promise<number> {
  const rows = await knex('orders')
    .where({ username })
    .whereNotNull('sent_at')
    .orderBy('sent_at', 'desc')
    .limit(NEWEST_SENT)
    .select<
      {
        tag: Tag;
        status: OrderStatus;
        sent_at: number | string;
        filled_quantity: string;
        venue_order_id: string | null;
        venue_parent_id: string | null;
      }[]
    >('tag', 'status', 'sent_at', 'filled_quantity', 'venue_order_id', 'venue_parent_id');
  const sent = rows.map((row) => ({
    ...{ tag: row.tag, status: row.status, sentAt: new Date(Number(row.sent_at)) },
    filled: !dec(row.filled_quantity).isZero(),
    atVenue: row.venue_order_id !== null || row.venue_parent_id !== null,
  }));
  return failedInRow(sent, now);
}

function mine(table: string, username?: Username): object {
  return username === undefined ? {} : { [`${table}.username`]: username };
}
