import type { BacktestRowFragment, BacktestStatus } from '../gql/graphql.ts';
import type { Exact } from '../lib/exact.ts';
import { exact } from '../lib/exact.ts';
import { dayName, dayOf, EXCHANGE_ZONE } from '../lib/times.ts';
import type { IconName } from '../ui/icons.ts';
import { intervalName } from './interval-names.ts';
import { textOf } from './parameters.ts';

interface StatusLook {
  readonly icon: IconName;
  readonly tone: 'open' | 'dashed' | 'gain' | 'loss' | 'off';
}

export const STATUS_LOOKS: Readonly<Record<BacktestStatus, StatusLook>> = {
  QUEUED: { icon: 'waiting', tone: 'dashed' },
  RUNNING: { icon: 'half', tone: 'dashed' },
  DONE: { icon: 'ok', tone: 'open' },
  FAILED: { icon: 'cross', tone: 'loss' },
  CANCELED: { icon: 'barred', tone: 'off' },
};

export function hasEnded(status: BacktestStatus): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING';
}

/** The stored input of a run, which is free JSON; an empty object if it is no object. */
export function askedOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
    ? (input as Record<string, unknown>)
    : {};
}

/** The days of a run: "2 Jan 2024 – 30 Jun 2026". The instant of the end does not belong to the run. */
export function spanText(input: unknown): string {
  const asked = askedOf(input);
  const day = (value: unknown, later: number) => {
    const at = typeof value === 'number' ? value : Date.parse(textOf(value));
    return Number.isNaN(at) ? null : dayName(dayOf(at + later, EXCHANGE_ZONE));
  };
  const [from, to] = [day(asked['from'], 0), day(asked['to'], -1)];
  if (!from || !to) return '';
  return from === to ? from : `${from} – ${to}`;
}

/** What a run was made on: "SPY QQQ, 5 min, set spy". */
export function dataText(input: unknown): string {
  const asked = askedOf(input);
  const symbols = Array.isArray(asked['symbols']) ? asked['symbols'].map(textOf) : [];
  const shown =
    symbols.length > 3
      ? `${symbols.slice(0, 2).join(' ')} +${symbols.length - 2}`
      : symbols.join(' ');
  const interval = textOf(asked['interval']);
  const set = textOf(asked['dataSet']);
  return [shown, interval && intervalName(interval), set ? `set ${set}` : 'own history']
    .filter(Boolean)
    .join(', ');
}

/** Net result in dollars and in percent of the starting cash; null before the run has a result. */
export function netOf(of: Pick<BacktestRowFragment, 'stats' | 'input'>): {
  net: Exact;
  pct: number | null;
} | null {
  const net = exact(of.stats?.totalPnl);
  if (!net) return null;
  const cash = exact(textOf(askedOf(of.input)['cash']) || null);
  return { net, pct: cash?.gt(0) ? net.div(cash).times(100).toNumber() : null };
}

/** Whether a run is of an earlier version of the strategy, so that it says nothing about the present one. */
export function isEarlier(
  run: { readonly createdAt: string },
  strategy: { readonly since: string },
): boolean {
  return Date.parse(run.createdAt) < Date.parse(strategy.since);
}

/** How long a run took, in words; empty while it runs. */
export function tookText(of: { createdAt: string; finishedAt?: string | null }): string {
  if (!of.finishedAt) return '';
  const seconds = (Date.parse(of.finishedAt) - Date.parse(of.createdAt)) / 1000;
  if (seconds < 10) return `${Math.max(0.1, seconds).toFixed(1)} s`;
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

/** One line of a run's input: its path, and its value in words. */
export interface AskedRow {
  readonly name: string;
  readonly value: string;
}

/** Every input of a run, nested ones with a dot, in the order that the desk gives. */
export function askedRows(input: unknown): AskedRow[] {
  return Object.entries(askedOf(input)).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return askedRows(value).map((row) => ({ ...row, name: `${name}.${row.name}` }));
    }
    const text = Array.isArray(value) ? value.map(textOf).join(' ') : textOf(value);
    return [{ name, value: text || (name === 'fees' ? 'the paper book’s' : 'none') }];
  });
}
