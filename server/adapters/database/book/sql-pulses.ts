import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { TradingMode } from '../../../domain/mode.ts';
import type { News, Pulse, PulseSource } from '../../../ports/event-feed.ts';
import { AlertRow, alertFromRow } from './alert-row.ts';
import { among } from '../sql/chunks.ts';

/** Whether a book has changed, for processes that receive no notification. */
export class SqlPulses implements PulseSource {
  constructor(
    private readonly knex: Knex,
    readonly mode: TradingMode,
  ) {}

  async pulses(usernames: readonly Username[]): Promise<readonly Pulse[]> {
    const lastTurn: Knex.QueryBuilder = this.knex('trades')
      .max('marked_in')
      .whereRaw('trades.username = accounts.username')
      .where('phase', 'OPEN');
    const rows = await this.knex('accounts')
      .where(among(this.knex, 'username', usernames))
      .select<{ username: Username; changes: number; last_turn: number | null }[]>(
        'username',
        'lock_count as changes',
        lastTurn.as('last_turn'),
      );
    return rows.map(({ username, changes, last_turn }) => ({
      ...{ username, changes, markTurn: last_turn ?? 0 },
    }));
  }

  async news({ username, changes, markTurn }: Pulse): Promise<News> {
    const alerts = await AlertRow.query(this.knex)
      .where({ username })
      .where('raised_in', '>', changes)
      .orderBy('raised_in');
    const marked = await this.knex('trades')
      .where({ username, phase: 'OPEN' })
      .where('marked_in', '>', markTurn)
      .select<{ id: TradeId; turn: number }[]>('id', 'marked_in as turn');
    return {
      alerts: alerts.map((row) => ({
        change: row.raised_in,
        alert: alertFromRow(row, this.mode),
      })),
      marked,
    };
  }
}
