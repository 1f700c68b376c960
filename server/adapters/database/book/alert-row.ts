import type { Username } from '../../../domain/ids.ts';
import { Model } from 'objection';
import type { TradingMode } from '../../../domain/mode.ts';
import type { Alert, AlertKind, LastAlert } from '../../../domain/account/alert.ts';
import { fromColumns, toColumns, type Columns, type Shape } from '../sql/record-shape.ts';

type KeptAlert = Omit<Alert, 'mode'>;

const ALERT: Shape<KeptAlert> = {
  id: 'text',
  username: 'text',
  kind: 'text',
  severity: 'text',
  message: 'text',
  tradeId: 'text',
  raisedAt: 'time',
  acknowledgedAt: 'time',
  resolvedAt: 'time',
};

export class AlertRow extends Model {
  static override tableName = 'alerts';

  declare id: string;
  declare username: Username;
  declare severity: Alert['severity'];
  /** Unique per user while the cause persists, read or not; null afterwards. */
  declare standing_key: string | null;
  declare condition: string | null;
  declare raised_at: number;
  /** The change of the book in which it was raised. */
  declare raised_in: number;
  declare acknowledged_at: number | null;
  declare resolved_at: number | null;
}

export function alertToRow(alert: Alert): Columns {
  const { mode: _, ...kept } = alert;
  return toColumns<KeptAlert>(kept, ALERT);
}

/** An alert whose cause is gone needs no attention, so it reads as acknowledged. */
export function alertFromRow(row: AlertRow, mode: TradingMode): Alert {
  const alert = fromColumns<KeptAlert>(row, ALERT);
  return { ...alert, mode, acknowledgedAt: alert.acknowledgedAt ?? alert.resolvedAt };
}

export function lastAlert({ severity, condition, acknowledged_at }: AlertRow): LastAlert {
  return { severity, condition, isRead: acknowledged_at !== null };
}

export function standingKey(kind: AlertKind, about: string | null | undefined): string {
  return `${kind}:${about ?? ''}`;
}
