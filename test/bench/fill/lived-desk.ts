import type { Knex } from 'knex';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { venueStateToJson } from '../../../server/adapters/simulated/venue-state-json.ts';
import { NEW_VENUE } from '../../../server/domain/matching/venue-state.ts';
import { StartDemo } from '../../../server/usecases/demo/start-demo.ts';
import { openSqlite } from '../../support/databases/databases.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { MemoryLeases } from '../../support/fakes/memory-leases.ts';
import { SeqIds } from '../../support/fakes/seq-ids.ts';
import { benchDesk } from '../bench-desk.ts';
import type { Program } from '../program.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** An order of the simulated venue, as its body is stored. */
export interface VenueOrderJson {
  readonly tag: string;
}

/** The rows of one trade, by table, as the desk itself has stored them. */
export interface LivedTrade {
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  readonly venueOrders: readonly VenueOrderJson[];
}

export interface LivedDesk {
  /** The instant at which the open trades are quiet: none of their orders fills. */
  readonly now: Date;
  readonly username: string;
  readonly closed: readonly LivedTrade[];
  /** Open trades with both exits at the venue. */
  readonly open: readonly LivedTrade[];
  /** Open trades that the watch of exits looks at. */
  readonly watched: readonly LivedTrade[];
}

/** Tables whose rows belong to a trade, in the order of writing, each with the column that ties a row to it. */
export const TRADE_TABLES = {
  trades: 'id',
  orders: 'trade_id',
  fills: 'order_id',
  realised_days: 'trade_id',
  snapshots: 'trade_id',
  events: 'trade_id',
} as const;

/** The venue's ids begin here, so that no other number looks like one. */
export const FIRST_VENUE_ID = 900_000_000_001;

/** Lets the engine live through the demo's days on the simulated market, and reads what it has stored. */
export async function liveThrough(program: Program, now: Date): Promise<LivedDesk> {
  const database = await openSqlite();
  const { knex } = database;
  try {
    await program.migrate.migrate(knex, 'book');
    await program.claimBook.claimBook(knex, 'PAPER');
    const username = await live(program, knex, now);
    return { now, username, ...(await livedTrades(knex)) };
  } finally {
    await database.close();
  }
}

async function live(program: Program, knex: Knex, now: Date): Promise<string> {
  const ids = new SeqIds('t');
  const start = new StartDemo({
    ids,
    ...benchDesk(program, knex, { clock: new FakeClock(now), ids }),
    leases: new MemoryLeases().of('bench'),
    timers: machineTimers,
    users: { add: async (user: object) => user } as never,
    deskAt: (clock) => {
      const { desk, market, venue } = benchDesk(program, knex, { clock, ids });
      return { desk, market, meetMarket: (username) => venue.meet(username), tokens: null };
    },
  });
  // The first id of all is the user's.
  const username = `demo-${new SeqIds('t').next().slice(-8)}`;
  const state = venueStateToJson({ ...NEW_VENUE, nextId: FIRST_VENUE_ID });
  const row = { account: username, version: 1, state, updated_at: now.getTime() };
  await knex('simulated_venue').insert(row);
  await start.execute(now);
  return username;
}

async function livedTrades(knex: Knex): Promise<Pick<LivedDesk, 'closed' | 'open' | 'watched'>> {
  const bodies = await knex('simulated_orders').orderBy('id').pluck<string[]>('body');
  const orders = bodies.map((body) => JSON.parse(body) as VenueOrderJson);
  const trades = (await knex('trades').orderBy(['placed_at', 'id'])) as Row[];
  const lived = new Map<Row, LivedTrade>();
  for (const trade of trades) lived.set(trade, await livedTrade(knex, trade, orders));
  const those = (which: (trade: Row) => boolean) =>
    [...lived].filter(([trade]) => which(trade)).map(([, rows]) => rows);
  // Shares from an exercise belong to two trades.
  const own = (trade: Row) => trade.delivered_from === null && trade.delivered_to === '[]';
  const settled = new Set(await knex('settlements').pluck<string[]>('trade_id'));
  return {
    closed: those((trade) => trade.net_sign !== null && own(trade) && !settled.has(`${trade.id}`)),
    open: those(({ status, trailing_pct }) => status === 'OPEN' && trailing_pct === null),
    watched: those(({ status, trailing_pct }) => status === 'OPEN' && trailing_pct !== null),
  };
}

async function livedTrade(
  knex: Knex,
  { id }: Row,
  venueOrders: readonly VenueOrderJson[],
): Promise<LivedTrade> {
  const rows: Record<string, readonly Row[]> = {};
  const orderIds = knex('orders').where({ trade_id: id }).select('id');
  for (const [table, column] of Object.entries(TRADE_TABLES)) {
    const found = column === 'order_id' ? orderIds : [id];
    const query = knex(table).whereIn(column, found as never);
    rows[table] = (await query.orderBy('rowid')) as Row[];
  }
  // The first and the last mark of a trade are enough.
  rows.snapshots = rows.snapshots!.filter((_, at, all) => at === 0 || at === all.length - 1);
  const tags = new Set(rows.orders!.map(({ tag }) => tag));
  return { rows, venueOrders: venueOrders.filter(({ tag }) => tags.has(tag)) };
}
