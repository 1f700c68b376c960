import type { Knex } from 'knex';
import type { BacktestPoint, BacktestTrade } from '../../../domain/backtest/backtest-report.ts';
import type { Username } from '../../../domain/ids.ts';
import type {
  Backtest,
  BacktestReads,
  LogLine,
  Sweep,
  StoredTrades,
} from '../../../ports/backtests.ts';
import { BadCursor, type Page, type PageRequest } from '../../../ports/book-page.ts';
import { actingFor } from '../sql/dialect.ts';
import { newestFirst, type Keyset } from '../sql/paging.ts';
import { BacktestRow, backtestFromRow, sweepFromRow, SweepRow } from './backtest-row.ts';
import { FAILED_RANK } from './run-rank.ts';
import { readParts, readTexts } from './backtest-parts.ts';

const BY_TIME: Keyset<BacktestRow> = {
  list: 'backtests',
  columns: ['created_at', 'id'],
  types: ['number', 'string'],
  keyOf: ({ created_at, id }) => [created_at, id],
};

const SWEEPS_BY_TIME: Keyset<SweepRow> = {
  list: 'sweeps',
  columns: ['created_at', 'id'],
  types: ['number', 'string'],
  keyOf: ({ created_at, id }) => [created_at, id],
};

const BY_RANK: Keyset<BacktestRow> = {
  list: 'runs',
  columns: ['rank', 'id'],
  types: ['number', 'string'],
  keyOf: ({ rank, id }) => [rank, id],
};

export class SqlBacktests implements BacktestReads {
  constructor(private readonly knex: Knex) {}

  async backtest(username: Username, id: string): Promise<Backtest | null> {
    const knex = this.#knexOf(username);
    const row = (await knex('backtests').where({ username, id }).first()) as object | undefined;
    return row ? backtestFromRow(row) : null;
  }

  backtests(
    username: Username,
    strategyId: string | null,
    page: PageRequest,
  ): Promise<Page<Backtest>> {
    const rows = BacktestRow.query(this.#knexOf(username)).where({ username, sweep_id: null });
    if (strategyId !== null) void rows.where({ strategy_id: strategyId });
    return newestFirst(rows, BY_TIME, page, backtestFromRow);
  }

  equity(username: Username, id: string): Promise<readonly BacktestPoint[]> {
    return readParts(this.#knexOf(username), { id, username }, 'equity');
  }

  log(username: Username, id: string): Promise<readonly LogLine[]> {
    return readParts(this.#knexOf(username), { id, username }, 'log');
  }

  async trades(
    username: Username,
    id: string,
    { first, after }: PageRequest,
  ): Promise<Page<BacktestTrade>> {
    const totalCount = (await this.backtest(username, id))?.trades ?? 0;
    const from = after === null ? 0 : placeOf(after) + 1;
    const to = Math.min(from + first, totalCount);
    const span = { from, to };
    const knex = this.#knexOf(username);
    const trades =
      to > from ? await readParts<BacktestTrade>(knex, { id, username }, 'trades', span) : [];
    const items = trades.map((item, at) => ({ cursor: cursorOf(from + at), item }));
    return { items, hasNextPage: to < totalCount, totalCount };
  }

  allTrades(username: Username, id: string): Promise<readonly BacktestTrade[]> {
    return readParts(this.#knexOf(username), { id, username }, 'trades');
  }

  storedTrades(username: Username, id: string): Promise<StoredTrades> {
    return readTexts(this.#knexOf(username), { id, username }, 'trades');
  }

  async sweep(username: Username, id: string): Promise<Sweep | null> {
    const knex = this.#knexOf(username);
    const row = (await knex('sweeps').where({ username, id }).first()) as object | undefined;
    return row ? sweepFromRow(row) : null;
  }

  sweeps(username: Username, strategyId: string | null, page: PageRequest): Promise<Page<Sweep>> {
    const rows = SweepRow.query(this.#knexOf(username)).where({ username });
    if (strategyId !== null) void rows.where({ strategy_id: strategyId });
    return newestFirst(rows, SWEEPS_BY_TIME, page, sweepFromRow);
  }

  sweepRuns(username: Username, id: string, page: PageRequest): Promise<Page<Backtest>> {
    const rows = BacktestRow.query(this.#knexOf(username)).where({ username, sweep_id: id });
    return newestFirst(rows, BY_RANK, page, backtestFromRow);
  }

  async failedRuns(username: Username, id: string): Promise<number> {
    const [row] = await this.#knexOf(username)('backtests')
      .where({ sweep_id: id, rank: FAILED_RANK, username, status: 'FAILED' })
      .count<{ n: number | string }[]>('* as n');
    return Number(row?.n ?? 0);
  }

  async unfinished(username: Username): Promise<number> {
    const knex = this.#knexOf(username);
    const counts = await Promise.all(
      ['backtests', 'sweeps'].map((table) =>
        knex(table)
          .where({ username })
          .whereIn('status', ['QUEUED', 'RUNNING'])
          .count<{ n: number | string }[]>('* as n'),
      ),
    );
    return counts.reduce((sum, [row]) => sum + Number(row?.n ?? 0), 0);
  }

  #knexOf(username: Username): Knex {
    return actingFor(this.knex, { username });
  }
}

/** A cursor is the index of a trade: the trades of a finished run never change. */
function cursorOf(place: number): string {
  return Buffer.from(JSON.stringify(['backtest-trades', place])).toString('base64url');
}

function placeOf(cursor: string): number {
  const place = /^\["backtest-trades",(\d{1,9})\]$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )?.[1];
  if (place === undefined || cursorOf(Number(place)) !== cursor)
    throw new BadCursor('Not a cursor of this list.');
  return Number(place);
}
