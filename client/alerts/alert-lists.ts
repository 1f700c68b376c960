import type { AlertPartsFragment, Severity } from '../gql/graphql.ts';
import { alertKind, RANK } from '../figures/alert-looks.ts';

export interface AlertFilter {
  readonly text: string;
  readonly severity: Severity | 'ALL';
  readonly kind: string;
}

export function isOpen({ acknowledgedAt }: AlertPartsFragment): boolean {
  return !acknowledgedAt;
}

/** The open alerts by severity, and within a severity the oldest first. */
export function openFirst(alerts: readonly AlertPartsFragment[]): AlertPartsFragment[] {
  return alerts
    .filter(isOpen)
    .sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.raisedAt.localeCompare(b.raisedAt));
}

export function matching(
  alerts: readonly AlertPartsFragment[],
  { text, severity, kind }: AlertFilter,
): AlertPartsFragment[] {
  const words = text.trim().toLowerCase();
  return alerts.filter((alert) => {
    if (severity !== 'ALL' && alert.severity !== severity) return false;
    if (kind !== '' && alert.kind !== kind) return false;
    const said = [alert.message, alertKind(alert.kind).name, alert.trade?.symbol ?? ''].join(' ');
    return said.toLowerCase().includes(words);
  });
}

/** How an ended alert ended, in words. */
export function endingOf(alert: AlertPartsFragment): string {
  if (alert.severity === 'INFO') return 'no action needed';
  return alert.resolvedAt ? 'resolved' : 'read by you';
}

export function openSeconds({ raisedAt, acknowledgedAt }: AlertPartsFragment): number {
  return acknowledgedAt ? (Date.parse(acknowledgedAt) - Date.parse(raisedAt)) / 1000 : 0;
}

export interface KindCount {
  readonly kind: string;
  readonly count: number;
  readonly open: number;
  /** Median seconds for which the ended alerts were open; null when none has ended. */
  readonly median: number | null;
}

/** Counts of alerts by kind, the most frequent kind first. */
export function countByKind(alerts: readonly AlertPartsFragment[]): KindCount[] {
  const kinds = new Map<string, AlertPartsFragment[]>();
  for (const alert of alerts) kinds.set(alert.kind, [...(kinds.get(alert.kind) ?? []), alert]);
  return [...kinds]
    .map(([kind, all]) => {
      const times = all
        .filter((alert) => !isOpen(alert))
        .map(openSeconds)
        .sort((a, b) => a - b);
      return {
        kind,
        count: all.length,
        open: all.filter(isOpen).length,
        median: times[Math.floor(times.length / 2)] ?? null,
      };
    })
    .sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}
