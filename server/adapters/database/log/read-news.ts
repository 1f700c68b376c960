import type { Knex } from 'knex';
import { grouped } from '../../../domain/grouped.ts';
import type { TradeAggregate } from '../../../domain/trade/trade.ts';
import type { BookNews, NewsAsked } from '../../../ports/book-news.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { among, chunksOf } from '../sql/chunks.ts';
import { isPostgres, rawRows } from '../sql/dialect.ts';
import { knownOrRead } from '../trades/load-trades.ts';
import type { KnownTrades } from '../trades/trade-memory.ts';
import { tradeEventFromRow, type EventRow } from './event-row.ts';

const TRADES_AT_ONCE = 250;

/** Implements `ReadNews`. It acts for the desk, so it has to keep one user's rows from another by itself. */
export function readNews(
  knex: Knex,
  known: KnownTrades,
  asked: readonly NewsAsked[],
  lines: number,
): Promise<readonly (BookNews | null)[]> {
  return atOneMoment(knex, async (moment) => {
    const ends = await logEnds(moment, asked);
    const isNear = ({ username, after }: NewsAsked) => (ends.get(username) ?? 0) - after <= lines;
    const near = asked.filter(isNear);
    const behind = near.filter(({ username, after }) => (ends.get(username) ?? 0) > after);
    const eventsOf = grouped(await eventRows(moment, behind), ({ username }) => username);
    const found = new Map(
      near.map((each) => {
        const rows = eventsOf.get(each.username)?.filter(({ sequence }) => sequence > each.after);
        const events = (rows ?? []).map(tradeEventFromRow);
        return [each, { events, ids: idsOf(each, events) }] as const;
      }),
    );
    const ids = [...found.values()].flatMap((each) => [...each.ids]);
    const trades = await tradesOf(moment, known, ids);
    return asked.map((each) => {
      const mine = found.get(each);
      if (!mine) return null;
      const own = trades.get(each.username) ?? [];
      return { events: mine.events, trades: own.filter(({ trade }) => mine.ids.has(trade.id)) };
    });
  });
}

function idsOf({ withTrades, marked }: NewsAsked, events: BookNews['events']): ReadonlySet<string> {
  return new Set([...(withTrades ? events.map(({ trade }) => trade.id) : []), ...marked]);
}

async function logEnds(
  knex: Knex,
  asked: readonly NewsAsked[],
): Promise<ReadonlyMap<string, number>> {
  const names = [...new Set(asked.map(({ username }) => username))];
  const rows = await knex('accounts')
    .where(among(knex, 'username', names))
    .select<{ username: string; sequence: number }[]>('username', 'sequence');
  return new Map(rows.map(({ username, sequence }) => [username, sequence]));
}

/** Trade events of each user after that user's furthest-back reader, oldest first. */
async function eventRows(knex: Knex, asked: readonly NewsAsked[]): Promise<readonly EventRow[]> {
  if (asked.length === 0) return [];
  const places = [...grouped(asked, ({ username }) => username)].map(([username, all]) => ({
    username,
    after: Math.min(...all.map(({ after }) => after)),
  }));
  // CROSS JOIN keeps SQLite from walking through all events to look each up among the places.
  const source = isPostgres(knex)
    ? 'json_to_recordset(?::json) AS place(username text, after bigint) JOIN events'
    : `(SELECT value ->> 'username' AS username, value ->> 'after' AS after FROM json_each(?)) AS place
       CROSS JOIN events`;
  const on = 'events.username = place.username AND events.sequence > place.after';
  return rawRows<EventRow>(
    knex,
    `SELECT events.* FROM ${source} ON ${on} WHERE events.kind = 'TRADE'
     ORDER BY events.username, events.sequence`,
    [JSON.stringify(places)],
  );
}

async function tradesOf(knex: Knex, known: KnownTrades, ids: readonly string[]) {
  const trades: TradeAggregate[] = [];
  // Read in parts: one read of the trades of all users who are woken together would block the event loop.
  for (const part of chunksOf(ids, TRADES_AT_ONCE))
    trades.push(
      ...(await knownOrRead(knex, known, (db) => db('trades').where(among(db, 'id', part)))),
    );
  return grouped(trades.sort(byPlace), ({ trade }) => trade.username);
}

function byPlace({ trade: a }: TradeAggregate, { trade: b }: TradeAggregate): number {
  return a.placedAt.getTime() - b.placedAt.getTime() || (a.id < b.id ? -1 : 1);
}
