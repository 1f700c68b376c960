import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Alert } from '../../../domain/account/alert.ts';
import type { TradingMode } from '../../../domain/mode.ts';
import type { Page, PageRequest } from '../../../ports/book-page.ts';
import { AlertRow, alertFromRow } from './alert-row.ts';
import { ALERTS } from './keysets.ts';
import { among } from '../sql/chunks.ts';
import { newestFirst } from '../sql/paging.ts';

/** The user and the book that the alerts belong to. */
export interface AlertOwner {
  readonly username: Username;
  readonly mode: TradingMode;
}

export function readAlerts(
  knex: Knex,
  { username, mode }: AlertOwner,
  unreadOnly: boolean,
  page: PageRequest,
): Promise<Page<Alert>> {
  const query = AlertRow.query(knex).where({ username });
  if (unreadOnly) void query.whereNull('acknowledged_at').whereNull('resolved_at');
  return newestFirst(query, ALERTS, page, (row) => alertFromRow(row, mode));
}

/** Oldest first. Unknown ids and other users' ids are left out. */
export async function readAlertsById(
  knex: Knex,
  { username, mode }: AlertOwner,
  ids: readonly string[],
): Promise<readonly Alert[]> {
  const rows = await AlertRow.query(knex)
    .where({ username })
    .where(among(knex, 'id', ids))
    .orderBy(['raised_at', 'id']);
  return rows.map((row) => alertFromRow(row, mode));
}
