import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import {
  isNews,
  type Alert,
  type AlertKind,
  type NewAlert,
  type StandingAlert,
} from '../../../domain/account/alert.ts';
import { among } from '../sql/chunks.ts';
import { alertFromRow, alertToRow, lastAlert, standingKey, type AlertRow } from './alert-row.ts';

/**
 * `change`: the number of the user's change that raises it. False when the alert repeats the last of its kind
 * and subject.
 */
export async function raiseAlert(
  trx: Knex.Transaction,
  alert: Alert,
  { subject, condition }: Pick<NewAlert, 'subject' | 'condition'>,
  change: number,
): Promise<boolean> {
  const { username, kind, severity, tradeId, raisedAt } = alert;
  const key = standingKey(kind, subject ?? tradeId);
  const stands = trx('alerts').where({ username, standing_key: key });
  const last = await stands.first<AlertRow | undefined>();
  if (!isNews({ severity, condition }, last ? lastAlert(last) : null)) return false;
  if (last) await endAlerts(trx, username, [key], raisedAt);
  const asks = severity !== 'INFO';
  await trx('alerts').insert({
    ...alertToRow(alert),
    raised_in: change,
    standing_key: asks ? key : null,
    condition: condition ?? null,
  });
  return true;
}

/** Returns the alert after the change. A second acknowledgement keeps the first one's time. */
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
  const row = await trx('alerts').where({ id, username }).first<AlertRow | undefined>();
  return row ? alertFromRow(row, mode) : null;
}

/** Returns how many alerts it ended. */
export async function resolveAlerts(
  trx: Knex.Transaction,
  username: Username,
  { kinds, about }: { readonly kinds: readonly AlertKind[]; readonly about: string | null },
  at: Date,
): Promise<number> {
  const keys = kinds.map((kind) => standingKey(kind, about));
  return endAlerts(trx, username, keys, at);
}

/** Alerts that were acknowledged before their cause went away are not marked as resolved. */
function endAlerts(
  trx: Knex.Transaction,
  username: Username,
  keys: readonly string[],
  at: Date,
): Promise<number> {
  const resolved = 'CASE WHEN acknowledged_at IS NULL THEN ? ELSE resolved_at END';
  return trx('alerts')
    .where({ username })
    .where(among(trx, 'standing_key', keys))
    .update({ resolved_at: trx.raw(resolved, [at.getTime()]), standing_key: null });
}

interface StandingRow {
  readonly username: Username;
  readonly kind: AlertKind;
  readonly standing_key: string;
  readonly condition: string | null;
  readonly raised_at: number | string;
}

/** Alerts of these kinds whose cause persists, of every user or of one. */
export async function standingAlerts(
  knex: Knex,
  kinds: AlertKind | readonly AlertKind[],
  username?: Username,
): Promise<readonly StandingAlert[]> {
  const rows = await knex('alerts')
    .whereIn('kind', [kinds].flat())
    .where(username === undefined ? {} : { username })
    .whereNotNull('standing_key')
    .select<StandingRow[]>('username', 'kind', 'standing_key', 'condition', 'raised_at');
  return rows.map(({ username, kind, standing_key, condition, raised_at }) => ({
    username,
    kind,
    about: standing_key.slice(standingKey(kind, null).length),
    condition,
    raisedAt: new Date(Number(raised_at)),
  }));
}
