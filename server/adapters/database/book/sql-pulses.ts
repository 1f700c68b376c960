import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { TradingMode } from '../../../domain/mode.ts';
import type { Wake, Pulse, PulseSource } from '../../../ports/event-feed.ts';
import { AlertRow, alertFromRow } from './alert-row.ts';
import { among } from '../sql/chunks.ts';

/** Whether a book has changed, for processes that receive no notification. */
export class SqlPulses implements PulseSource {
  constructor(
    private readonly knex: Knex,
    readonly mode: TradingMode,
  ) {}

  async pulses(usernames: readonly Username[]): Promise<readonly Pulse[]> {
    const lastMark: Knex.QueryBuilder = this.knex('trades')
      .max('marked_at')
      .whereRaw('trades.username = accounts.username')
      .where('phase', 'OPEN');
    const rows = await this.knex('accounts')
      .where(among(this.knex, 'username', usernames))
      .select<{ username: Username; changes: number; last_mark_at: number | null }[]>(
        'username',
        'lock_count as changes',
        lastMark.as('last_mark_at'),
      );
    return rows.map(({ username, changes, last_mark_at }) => ({
      username,
      changes,
      lastMarkAt: last_mark_at ?? 0,
    }));
  }

  async news({ username, changes, lastMarkAt }: Pulse): Promise<Pick<Wake, 'marked' | 'alerts'>> {
    const alerts = await AlertRow.query(this.knex)
      .where({ username })
      .where('raised_in', '>', changes)
      .orderBy('raised_in');
    const marked = await this.knex('trades')
      .where({ username, phase: 'OPEN' })
      .where('marked_at', '>', lastMarkAt)
      .pluck<string[]>('id');
    return { marked, alerts: alerts.map((row) => alertFromRow(row, this.mode)) };
  }
}
