import type { Knex } from 'knex';

/** The part of an event's trade and orders that a day's result needs. */
interface Told {
  readonly trade: {
    readonly realizedPnl: string;
    readonly fees: string;
    readonly closedAt: string | null;
  };
  readonly orders: readonly { readonly fills?: readonly { id: string; filledAt: string }[] }[];
}
interface EventRow {
  readonly sequence: number;
  readonly type: string;
  readonly occurred_at: number | string;
  readonly payload: string;
}
interface TradeRow {
  readonly id: string;
  readonly username: string;
  readonly realized_pnl: string;
  readonly fees: string;
  readonly closed_at: number | string | null;
  readonly placed_at: number | string;
}
interface Part {
  realized: bigint;
  fees: bigint;
  at: number;
}

const MOVING = ['ENTRY_FILLED', 'EXIT_FILLED', 'SETTLED', 'REVIEWED', 'CLOSED', 'SHARES_GIVEN'];
const EVENTS_AT_ONCE = 200;
/** Money is counted in integers of this many decimals; no amount has more. */
const DIGITS = 400;

/** Works trade by trade and on few events at a time, because a log may exceed memory. */
export async function fillRealisedDays(knex: Knex): Promise<void> {
  const trades = await knex('trades')
    .whereNot('filled_quantity', '0')
    .select<TradeRow[]>('id', 'username', 'realized_pnl', 'fees', 'closed_at', 'placed_at');
  for (const trade of trades) {
    const parts = await partsOf(knex, trade);
    for (const [date, { realized, fees, at }] of parts)
      await knex('realised_days').insert({
        ...{ trade_id: trade.id, username: trade.username, date, last_at: at },
        ...{ realized_pnl: toText(realized), fees: toText(fees) },
      });
  }
}

async function partsOf(knex: Knex, trade: TradeRow): Promise<ReadonlyMap<string, Part>> {
  const parts = new Map<string, Part>();
  const add = (at: number, realized: bigint, fees: bigint) => {
    const date = newYorkDate(at);
    const part = parts.get(date) ?? { realized: 0n, fees: 0n, at };
    parts.set(date, {
      realized: part.realized + realized,
      fees: part.fees + fees,
      at: Math.max(part.at, at),
    });
  };
  let [realized, fees] = [0n, 0n];
  let last = Number(trade.placed_at);
  const known = new Set<string>();
  for await (const { told, row } of movesOf(knex, trade)) {
    const now = { realized: toBig(told.trade.realizedPnl), fees: toBig(told.trade.fees) };
    const at = momentOf(row, told, known);
    if (now.realized !== realized || now.fees !== fees)
      add(at, now.realized - realized, now.fees - fees);
    ({ realized, fees } = now);
    last = at;
  }
  const closedAt = trade.closed_at === null ? null : Number(trade.closed_at);
  const [missing, unpaid] = [
    toBig(String(trade.realized_pnl)) - realized,
    toBig(String(trade.fees)) - fees,
  ];
  if (missing !== 0n || unpaid !== 0n) add(closedAt ?? last, missing, unpaid);
  // The day on which a trade ended has a row, even for nothing.
  if (closedAt !== null) add(closedAt, 0n, 0n);
  return parts;
}

async function* movesOf(knex: Knex, { id, username }: TradeRow) {
  let after = 0;
  for (;;) {
    const rows: EventRow[] = await knex('events')
      .where({ username, trade_id: id })
      .where('sequence', '>', after)
      .whereIn('type', MOVING)
      .orderBy('sequence')
      .limit(EVENTS_AT_ONCE)
      .select('sequence', 'type', 'occurred_at', 'payload');
    for (const row of rows) yield { row, told: JSON.parse(row.payload) as Told };
    const last = rows.at(-1);
    if (!last || rows.length < EVENTS_AT_ONCE) return;
    after = Number(last.sequence);
  }
}

/** A fill's own time, an end's time of closing, otherwise the time at which the desk recorded it. */
function momentOf(row: EventRow, { trade, orders }: Told, known: Set<string>): number {
  const fills = orders.flatMap((order) => order.fills ?? []).filter(({ id }) => !known.has(id));
  for (const { id } of fills) known.add(id);
  if (row.type.endsWith('_FILLED') && fills.length > 0)
    return Math.max(...fills.map(({ filledAt }) => Date.parse(filledAt)));
  const settled = row.type === 'SETTLED' || row.type === 'SHARES_GIVEN';
  return settled && trade.closedAt ? Date.parse(trade.closedAt) : Number(row.occurred_at);
}

const newYork = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: 'America/New_York', year: 'numeric', month: '2-digit', day: '2-digit' },
});

function newYorkDate(at: number): string {
  return newYork.format(new Date(at));
}

function toBig(text: string): bigint {
  const [, sign, whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const size = BigInt(whole + part.padEnd(DIGITS, '0'));
  return sign === '-' ? -size : size;
}

function toText(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(DIGITS + 1, '0');
  const part = digits.slice(-DIGITS).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -DIGITS)}${part && `.${part}`}`;
}
