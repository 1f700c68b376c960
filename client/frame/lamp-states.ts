import type {
  DeskStatusFragment,
  SettingsPartsFragment,
  Severity,
  TradeRowFragment,
} from '../gql/graphql.ts';
import { age, countdown, UNKNOWN } from '../lib/format.ts';
import type { LinkState } from '../lib/link.svelte.ts';
import { dayOf, EXCHANGE_ZONE, shortTime } from '../lib/times.ts';
import { isToken } from '../lib/asset-class.ts';
import { instrumentName } from '../lib/instrument.ts';
import { venueName } from '../lib/venue-name.ts';
import { guardOf } from '../figures/protection.ts';
import type { IconName } from '../ui/icons.ts';

export interface LampState {
  name: string;
  text: string;
  icon?: IconName;
  lit?: 'caution' | 'alarm';
  /** Drawn as the dashed SIMULATED tag. */
  tag?: boolean;
  extra?: string;
  /** Shown on hover and read by screen readers. */
  tip?: string;
  href?: string;
  /** Stays visible on a phone even when all is well. */
  keep?: boolean;
}

const SESSIONS = {
  PRE_MARKET: ['Pre-market', 'opens'],
  REGULAR: ['Regular', 'closes'],
  POST_MARKET: ['After hours', 'ends'],
  CLOSED: ['Closed', 'opens'],
  ALWAYS_OPEN: ['Always open', ''],
} as const;

/** `real`: names of the connected accounts of real money, empty while unknown; null when there is none. */
export function venueLamp(
  status: DeskStatusFragment,
  settings: SettingsPartsFragment | undefined,
  real: readonly string[] | null,
): LampState {
  if (status.mode === 'REAL') {
    const text = real ? real.join(', ') || `${UNKNOWN} unknown` : 'not connected';
    return { name: 'Venue', text };
  }
  const model = status.simulated && settings ? settings.fillModel.toLowerCase() : undefined;
  return status.simulated
    ? { name: 'Venue', text: 'SIMULATED', tag: true, extra: model }
    : { name: 'Venue', text: venueName(status.venue) };
}

export function sessionLamp(status: DeskStatusFragment, now: number): LampState {
  const [word, verb] = SESSIONS[status.marketSession];
  const change = status.nextSessionChange;
  const lit = status.sessionUnconfirmed ? ('caution' as const) : undefined;
  const lamp = { name: 'Session', lit, tip: `Hours by ${status.sessionSource}` };
  if (!change || !verb) return { ...lamp, text: word };
  const left = (Date.parse(change) - now) / 1000;
  const far = left >= 86_400 || dayOf(change, EXCHANGE_ZONE) !== dayOf(now, EXCHANGE_ZONE);
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: EXCHANGE_ZONE });
  const when = far
    ? `${weekday.format(new Date(change))} ${shortTime(change, EXCHANGE_ZONE)} ET`
    : countdown(left);
  return { ...lamp, text: `${word} · ${verb} ${when}` };
}

export function linkLamp(
  state: LinkState,
  heardAt: number | null,
  local: number,
  pollSeconds: number,
): LampState {
  const silent = heardAt === null ? null : Math.max(0, (local - heardAt) / 1000);
  const since = silent === null ? '' : ` ${age(silent)}`;
  switch (state) {
    case 'live':
      return { name: 'Link', icon: 'wave', text: `live${since}`, keep: true };
    case 'polling':
      return { name: 'Link', icon: 'half', text: `polling ${pollSeconds} s`, lit: 'caution' };
    case 'offline':
      return { name: 'Link', icon: 'cross', text: `offline${since}`, lit: 'alarm' };
    case 'connecting':
      return { name: 'Link', icon: 'waiting', text: 'connecting', keep: true };
  }
}

export function markLamp(open: readonly TradeRowFragment[], now: number): LampState {
  const marks = open.flatMap(({ mark }) => (mark ? [mark] : []));
  const times = marks
    .map((m) => Date.parse(m.sourceTime ?? m.receivedAt ?? ''))
    .filter(Number.isFinite);
  if (times.length === 0)
    return { name: 'Oldest mark', text: open.length ? `${UNKNOWN} none` : 'no position' };
  const seconds = Math.max(0, (now - Math.min(...times)) / 1000);
  const lit = marks.some((m) => m.stale) ? 'caution' : undefined;
  return { name: 'Oldest mark', icon: 'clock', text: age(seconds), lit };
}

/** True when a trade's exits are where they belong: at the venue, or at the desk for a token. */
function isGuarded({ protection, assetClass }: TradeRowFragment): boolean {
  return protection === 'VENUE' || (protection === 'WATCHED' && isToken({ assetClass }));
}

/** How many trades have their exits where they belong. For those without a stop there: why, and who watches it. */
export function protectionLamp(
  status: DeskStatusFragment,
  open: readonly TradeRowFragment[],
  now: number,
): LampState {
  const naked = status.unprotectedTrades;
  if (naked > 0) {
    const guards = open.flatMap((trade) => {
      const guard = guardOf(trade, now, status.killSwitch);
      return guard ? [`${instrumentName(trade)}: ${guard.cause}, ${guard.watch}`] : [];
    });
    const lamp = { name: 'Protection', icon: 'shield', lit: 'alarm' } as const;
    return { ...lamp, text: `${naked} without stop`, tip: guards.join('; ') };
  }
  const guarded = open.filter(isGuarded).length;
  const icon = guarded === open.length ? 'ok' : 'guard';
  return { name: 'Protection', icon, text: open.length ? `${guarded} of ${open.length}` : 'flat' };
}

export function ordersLamp({ unknownOrders }: DeskStatusFragment): LampState {
  return unknownOrders > 0
    ? { name: 'Orders', icon: 'question', text: `${unknownOrders} unknown`, lit: 'alarm' }
    : { name: 'Orders', icon: 'ok', text: 'all known' };
}

/** The count of open alerts, critical ones first; `open` is null while unknown. */
export function alertsLamp(open: { severity: Severity }[] | null, total: number): LampState {
  const base = { name: 'Alerts', icon: 'bell', href: '/alerts' } as const;
  if (open === null) return { ...base, text: `${UNKNOWN} unknown` };
  const critical = open.filter(({ severity }) => severity === 'CRITICAL').length;
  if (critical === 0) return { ...base, text: String(total), lit: total ? 'caution' : undefined };
  const others = total - critical;
  const text = `${critical} critical${others > 0 ? ` +${others}` : ''}`;
  return { ...base, text, lit: 'alarm' };
}

/** Lamps that are shown only in special conditions. */
export function specialLamps(
  status: DeskStatusFragment,
  settings: SettingsPartsFragment | undefined,
  now: number,
  zone: string,
): LampState[] {
  const lamps: LampState[] = [];
  if (status.testClock) {
    lamps.push({ name: 'Clock', text: `TEST ${shortTime(now, zone)}`, lit: 'caution' });
  }
  if (settings?.fillModel === 'INSTANT' && settings.paperVenue === 'SIMULATED') {
    lamps.push({ name: 'Fills', text: 'INSTANT', lit: 'caution' });
  }
  if (status.armed && status.armedUntil) {
    const left = (Date.parse(status.armedUntil) - now) / 1000;
    lamps.push({ name: 'REAL armed', text: countdown(left), lit: 'caution' });
  }
  const missed = missedLamp(status.snapshotCompleteness);
  if (missed) lamps.push(missed);
  return lamps;
}

/** Today's missed marks and their causes; null when none was missed. */
export function missedLamp({
  expected,
  taken,
  gaps,
}: DeskStatusFragment['snapshotCompleteness']): LampState | null {
  if (expected <= taken) return null;
  const causes = new Map<string, number>();
  for (const { cause, count } of gaps) causes.set(cause, (causes.get(cause) ?? 0) + count);
  const counts = [...causes].sort(([, a], [, b]) => b - a).map(([cause, n]) => `${n} ${cause}`);
  const tip = `Today ${expected - taken} of ${expected} marks were missed: ${counts.join('; ')}`;
  return { name: 'Snapshots', text: `${expected - taken} missed`, lit: 'caution', tip };
}

/** While the server does not answer, every condition is shown as unknown. */
export function unknownLamps(): LampState[] {
  const text = `${UNKNOWN} unknown`;
  return [
    { name: 'Oldest mark', text, lit: 'caution' },
    { name: 'Protection', text, lit: 'caution' },
    { name: 'Orders', text, lit: 'caution' },
    { name: 'Alerts', text },
  ];
}
