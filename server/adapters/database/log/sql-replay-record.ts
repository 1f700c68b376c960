import type { Knex } from 'knex';
import { exchangeDate } from '../../../domain/calendar/market-calendar.ts';
import { dec } from '../../../domain/decimal.ts';
import type { TradeId, Username } from '../../../domain/ids.ts';
import type { TradingMode } from '../../../domain/mode.ts';
import type { Trade, TradeAggregate } from '../../../domain/trade/trade.ts';
import type {
  JournalDay,
  LoggedLine,
  LogSpan,
  MarketOfTrade,
  NumberedLine,
  ReplayRecord,
} from '../../../ports/replay-record.ts';
import { isPostgres } from '../sql/dialect.ts';
import { decisionFromRow, type DecisionColumns } from './decision-row.ts';
import { tradeOfPayload } from './event-payload.ts';
import { linesOf, type EventColumns, type NewEventColumns } from './event-row.ts';
import { ordersAsOf } from './orders-as-of.ts';

type Made = Parameters<ReplayRecord['asLogged']>[0];

/** Reads a book's database and never writes. */
export class SqlReplayRecord implements ReplayRecord {
  constructor(
    private readonly knex: Knex,
    readonly mode: TradingMode,
  ) {}

  usersBetween(from: Date, to: Date): Promise<readonly Username[]> {
    return this.#between(from, to).distinct('username').orderBy('username').pluck('username');
  }

  async spanOf(username: Username, from: Date, to: Date): Promise<LogSpan | null> {
    const ends: { readonly first: number | null; readonly last: number | null }[] =
      await this.#between(from, to)
        .where({ username })
        .select(this.knex.raw('min(sequence) AS first, max(sequence) AS last'));
    const [{ first, last } = { first: null, last: null }] = ends;
    return first === null || last === null ? null : { first, last };
  }

  async lines(username: Username, { first, last }: LogSpan): Promise<readonly NumberedLine[]> {
    const rows = await this.knex<EventColumns, EventColumns[]>('events')
      .where({ username })
      .whereBetween('sequence', [first, last])
      .orderBy('sequence');
    return rows.map((row) => ({ ...lineOf(row), sequence: row.sequence }));
  }

  async decisions(username: Username, span: LogSpan) {
    const rows = this.#journal(username, span).orderBy('first_sequence');
    return ((await rows) as DecisionColumns[]).map(decisionFromRow);
  }

  async before(
    username: Username,
    tradeId: TradeId,
    sequence: number,
  ): Promise<TradeAggregate | null> {
    const { knex } = this;
    const row = (await knex('events')
      .where({ username, trade_id: tradeId, kind: 'TRADE' })
      .where('sequence', '<', sequence)
      .orderBy('sequence', 'desc')
      .first()) as EventColumns | undefined;
    if (!row) return null;
    const orders = await ordersAsOf({ knex, username, tradeId }, [row.sequence]);
    return { trade: tradeOfPayload(row.payload), orders: orders.get(row.sequence) ?? [] };
  }

  asLogged({ before, after, events }: Made): readonly LoggedLine[] {
    return linesOf(before, after, events).map(lineOf);
  }

  tradeOf({ payload }: LoggedLine): Trade {
    return tradeOfPayload(payload);
  }

  async marketsOf(username: Username, tradeId: TradeId): Promise<readonly MarketOfTrade[]> {
    const rows = await this.knex('snapshots')
      .where({ username, trade_id: tradeId })
      .whereNotNull('bid')
      .orderBy('taken_at')
      .select<{ taken_at: number; bid: string; ask: string | null }[]>('taken_at', 'bid', 'ask');
    return rows
      .map(({ taken_at: at, bid, ask }) => ({
        ...{ at: new Date(at), bid: dec(bid), ask: ask === null ? null : dec(ask) },
      }))
      .filter(({ bid, ask }) => bid.greaterThan(0) && !ask?.lessThan(bid));
  }

  async journalDays(username: Username, span: LogSpan): Promise<readonly JournalDay[]> {
    const rows: { at: number; bytes: number }[] = await this.#journal(username, span).select(
      'at',
      this.knex.raw(
        `${isPostgres(this.knex) ? 'octet_length(input)' : 'length(CAST(input AS BLOB))'} AS bytes`,
      ),
    );
    const days = new Map<string, { date: string; rows: number; bytes: number }>();
    for (const { at, bytes } of rows) {
      const date = exchangeDate(new Date(at));
      const day = days.get(date) ?? { date, rows: 0, bytes: 0 };
      days.set(date, { date, rows: day.rows + 1, bytes: day.bytes + Number(bytes) });
    }
    return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  }

  #between(from: Date, to: Date): Knex.QueryBuilder {
    return this.knex('events')
      .where('occurred_at', '>=', from.getTime())
      .where('occurred_at', '<', to.getTime());
  }

  #journal(username: Username, { first, last }: LogSpan): Knex.QueryBuilder {
    return this.knex('decision_journal')
      .where({ username })
      .whereBetween('first_sequence', [first, last]);
  }
}

function lineOf({
  kind,
  type,
  occurred_at,
  actor,
  message,
  trade_id: tradeId,
  payload,
}: NewEventColumns): LoggedLine {
  return { kind, type, occurredAt: new Date(occurred_at), actor, message, tradeId, payload };
}
