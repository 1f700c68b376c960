import type { Knex } from 'knex';
import type { Alert, AlertKind } from '../../domain/book/alert.ts';
import { AlertRow, alertFromRow, alertToRow, standingKey } from './alert-row.ts';

/** In the user's change of this number. False where one of its kind stands for that trade already. */
export async function raiseAlert(
  trx: Knex.Transaction,
  alert: Alert,
  change: number,
): Promise<boolean> {
  const standing = { username: alert.username, standing_key: standingKey(alert) };
  if (await AlertRow.query(trx).findOne(standing)) return false;
  await trx('alerts').insert({ ...alertToRow(alert), raised_in: change });
  return true;
}

/** The alert as it is afterwards; a second acknowledgement keeps the time of the first. */
export async function acknowledgeAlert(
  trx: Knex.Transaction,
  alert: Pick<Alert, 'id' | 'username' | 'mode'>,
  at: Date,
): Promise<Alert | null> {
  const { id, username, mode } = alert;
  await trx('alerts')
    .where({ id, username })
    .whereNull('acknowledged_at')
    .update({ acknowledged_at: at.getTime(), standing_key: null });
  const row = await AlertRow.query(trx).findOne({ id, username });
  return row ? alertFromRow(row, mode) : null;
}

/** How many were ended. */
export async function resolveAlerts(
  trx: Knex.Transaction,
  username: string,
  cause: { readonly kind: AlertKind; readonly tradeId: string | null },
  at: Date,
): Promise<number> {
  return trx('alerts')
    .where({ username, standing_key: standingKey(cause) })
    .update({ resolved_at: at.getTime(), standing_key: null });
}
