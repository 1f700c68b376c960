import type { Knex } from 'knex';
import {
  isNews,
  type Alert,
  type AlertKind,
  type NewAlert,
  type StandingAlert,
} from '../../../domain/account/alert.ts';
import { AlertRow, alertFromRow, alertToRow, lastAlert, standingKey } from './alert-row.ts';

/** In the user's change of this number. False where it is no news beside the last of its kind and subject. */
export async function raiseAlert(
  trx: Knex.Transaction,
  alert: Alert,
  { subject, condition }: Pick<NewAlert, 'subject' | 'condition'>,
  change: number,
): Promise<boolean> {
  const { username, kind, severity, tradeId, raisedAt } = alert;
  const key = standingKey(kind, tradeId ?? subject);
  const last = await AlertRow.query(trx).findOne({ username, standing_key: key });
  if (!isNews({ severity, condition }, last ? lastAlert(last) : null)) return false;
  if (last) await endAlerts(trx, { username, standing_key: key }, raisedAt);
  const asks = severity !== 'INFO';
  await trx('alerts').insert({
    ...alertToRow(alert),
    raised_in: change,
    standing_key: asks ? key : null,
    condition: condition ?? null,
  });
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
    .update({ acknowledged_at: at.getTime() });
  const row = await AlertRow.query(trx).findOne({ id, username });
  return row ? alertFromRow(row, mode) : null;
}

/** How many were ended. */
export async function resolveAlerts(
  trx: Knex.Transaction,
  username: string,
  { kind, about }: { readonly kind: AlertKind; readonly about: string | null },
  at: Date,
): Promise<number> {
  return endAlerts(trx, { username, standing_key: standingKey(kind, about) }, at);
}

/** What was read before its cause went was not resolved by that. */
function endAlerts(trx: Knex.Transaction, which: object, at: Date): Promise<number> {
  const resolved = 'CASE WHEN acknowledged_at IS NULL THEN ? ELSE resolved_at END';
  return trx('alerts')
    .where(which)
    .update({ resolved_at: trx.raw(resolved, [at.getTime()]), standing_key: null });
}

interface StandingRow {
  readonly username: string;
  readonly standing_key: string;
  readonly condition: string | null;
}

/** Of every user, or of one, those of a kind whose cause is not gone. */
export async function standingAlerts(
  knex: Knex,
  kind: AlertKind,
  username?: string,
): Promise<readonly StandingAlert[]> {
  const rows = await knex('alerts')
    .where({ kind, ...(username === undefined ? {} : { username }) })
    .whereNotNull('standing_key')
    .select<StandingRow[]>('username', 'standing_key', 'condition');
  return rows.map(({ username, standing_key, condition }) => ({
    username,
    about: standing_key.slice(standingKey(kind, null).length),
    condition,
  }));
}
