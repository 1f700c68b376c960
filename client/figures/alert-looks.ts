import type { Severity } from '../gql/graphql.ts';
import { capital } from '../lib/format.ts';
import type { IconName } from '../ui/icons.ts';

export const RANK: Record<Severity, number> = { CRITICAL: 0, WARNING: 1, INFO: 2 };

interface Kind {
  readonly icon: IconName;
  readonly name: string;
  /** What the desk does until a person acts. */
  readonly until: string;
  /** What ends it. */
  readonly ends: string;
  /** Its one action: `do` on the trade's page, or the page at that address. */
  readonly verb?: { readonly label: string; readonly do?: string; readonly href?: string };
}

const KINDS: Readonly<Record<string, Kind>> = {
  ORDER_UNKNOWN: {
    icon: 'question',
    name: 'Outcome unknown',
    until: 'Nothing is sent twice. The desk looks for the order’s tag at every sync.',
    ends: 'Ends when the venue shows it, or shows that it is not there.',
    verb: { label: 'Look at its orders' },
  },
  ORDER_REFUSED: {
    icon: 'shield',
    name: 'Not signed',
    until: 'Nothing was sent. An exit is inspected again at its next try.',
    ends: 'Ends when you have read it.',
    verb: { label: 'Look at it' },
  },
  EXIT_REFUSED: {
    icon: 'cross',
    name: 'Exit refused',
    until:
      'Exits that are still at the venue keep working. If there are none, the desk watches the stop itself.',
    ends: 'Ends when you have read it, or the trade has ended.',
    verb: { label: 'Set exits', do: 'bracket' },
  },
  UNPROTECTED: {
    icon: 'shield',
    name: 'No working stop',
    until:
      'While this server runs, the desk watches the stop and closes at market when it is reached.',
    ends: 'Ends when a stop is working at the venue.',
    verb: { label: 'Place stop', do: 'bracket' },
  },
  ACCOUNT_UNREACHABLE: {
    icon: 'cross',
    name: 'Account unreachable',
    until: 'No order is sent for its trades, to this account or any other.',
    ends: 'Ends when a stored token gives access to the account again.',
    verb: { label: 'Open settings', href: '/settings' },
  },
  WATCH_BLIND: {
    icon: 'shield',
    name: 'Stop not watched',
    until: 'Nothing closes the trade if its stop is reached.',
    ends: 'Ends when the desk has a price and an account again, or a stop is working at the venue.',
    verb: { label: 'Open trade' },
  },
  UNCOVERED: {
    icon: 'shield',
    name: 'Short call uncovered',
    until: 'The desk does nothing on its own: no more calls can be sold on this symbol.',
    ends: 'Ends when the call is bought back, or shares cover it again.',
    verb: { label: 'Buy it back', do: 'close' },
  },
  FOREIGN_CHANGE: {
    icon: 'half',
    name: 'Changed at the venue',
    until:
      'The book stays as it is. The desk places a missing exit again; a changed exit waits for your choice.',
    ends: 'Ends when you choose, or book and venue agree again.',
    verb: { label: 'Compare' },
  },
  NEEDS_REVIEW: {
    icon: 'eye',
    name: 'Needs a review',
    until: 'The desk neither sends nor watches anything for this trade.',
    ends: 'Ends with your review, which the log keeps.',
    verb: { label: 'Review', do: 'review' },
  },
  LATE_FILL: {
    icon: 'half',
    name: 'Filled after the trade ended',
    until: 'The fill is booked. What it opened gets exits; what it closed twice needs a review.',
    ends: 'Ends when you have read it.',
    verb: { label: 'Look at its orders' },
  },
  LATE_ORDER: {
    icon: 'half',
    name: 'Order found after it was given up',
    until: 'A late entry is managed again, with its exits. A late close is canceled at once.',
    ends: 'Ends when you have read it.',
    verb: { label: 'Look at its orders' },
  },
  FILL_CORRECTED: {
    icon: 'half',
    name: 'Fill corrected by the venue',
    until: 'The book keeps its price and the trade goes on. No money moves.',
    ends: 'Ends when you take the venue’s price or keep the book’s.',
    verb: { label: 'Settle it', do: 'correction' },
  },
  INVARIANT_BROKEN: {
    icon: 'eye',
    name: 'Figures disagree',
    until: 'The book stays as it is. Nothing is sent or changed.',
    ends: 'Ends when the figures agree again, or you read it or accept the difference.',
    verb: { label: 'Compare', href: '/safety' },
  },
  INVARIANT_UNKNOWN: {
    icon: 'question',
    name: 'Figures not compared',
    until: 'This figure is not confirmed. Nothing is sent or changed.',
    ends: 'Ends when the figures are compared again, or you read it.',
    verb: { label: 'Compare', href: '/safety' },
  },
  PRICE_CONFLICT: {
    icon: 'clock',
    name: 'Price conflict',
    until: 'Exits at the venue still work. The desk triggers nothing on this price.',
    ends: 'Ends with the next quote that makes sense.',
    verb: { label: 'Look at the quote' },
  },
  TOKEN_REFUSED: {
    icon: 'cross',
    name: 'Token refused',
    until: 'The account cannot be read and nothing can be sent. Orders at the venue stay.',
    ends: 'Ends when the venue accepts the token again.',
    verb: { label: 'Replace the token', href: '/settings' },
  },
  UNREADABLE_ROWS: {
    icon: 'eye',
    name: 'Orders cannot be read',
    until: 'The other orders are followed. An order missing from the list counts as unknown.',
    ends: 'Ends when every row can be read.',
  },
  SWITCH_TRIPPED: {
    icon: 'power',
    name: 'Switch tripped',
    until: 'No entry is accepted. HALT ALL also holds back the exits that the desk watches.',
    ends: 'Ends when the switch is lowered or the file is removed.',
  },
  JOB_FAILED: {
    icon: 'cross',
    name: 'Job failed',
    until: 'It runs again at its next time. Exits at the venue work without it.',
    ends: 'Ends with its next successful run.',
  },
  BACKUP_FAILED: {
    icon: 'cross',
    name: 'Backup failed',
    until: 'Earlier backups stay where they are. Trading goes on.',
    ends: 'Ends with the next backup or rehearsal that succeeds; for a rewritten log when you have read it.',
    verb: { label: 'Look at the backups', href: '/safety' },
  },
  VENUE_SILENT: {
    icon: 'cross',
    name: 'Venue does not answer',
    until: 'The desk waits, and sends nothing twice. Orders at the venue stay.',
    ends: 'Ends when the venue answers.',
  },
  ENTRY_REJECTED: {
    icon: 'cross',
    name: 'Entry rejected',
    until: 'Nothing was traded and nothing is sent again.',
    ends: 'Ends when you have read it.',
    verb: { label: 'Look at it' },
  },
  FAR_FROM_MARK: {
    icon: 'note',
    name: 'Exit far from the market',
    until: 'The exit stays as typed.',
    ends: 'Ends when you have read it, or the trade has ended.',
    verb: { label: 'Move it', do: 'bracket' },
  },
  TWIN_NOT_PLACED: {
    icon: 'note',
    name: 'Twin not placed',
    until: 'The real trade is as it would be without a twin.',
    ends: 'Ends when you have read it, or the twin is placed.',
  },
  DRIFT_UNEXPLAINED: {
    ...{ icon: 'note', name: 'Drift without a cause' },
    until: 'The strategy trades on; its trades stay as they are.',
    ends: 'Ends when you have read it.',
    verb: { label: 'Look at it' },
  },
  STRATEGY_FAILED: {
    ...{ icon: 'cross', name: 'Strategy failed' },
    until: 'It enters nothing more; what it holds keeps its exits.',
    ends: 'Ends when you have read it.',
  },
  STRATEGY_DEMOTED: {
    ...{ icon: 'down', name: 'Strategy demoted' },
    until: 'It makes no entry that its rung does not allow; its trades keep their exits.',
    ends: 'Ends when you have read it.',
  },
  TARGET_FILLED: plain('up', 'Target filled'),
  STOP_FILLED: plain('down', 'Stop filled'),
  SETTLED: plain('diamond', 'Settled'),
};

function plain(icon: IconName, name: string): Kind {
  return { icon, name, until: 'No action needed.', ends: 'It is over.' };
}

export function alertKind(kind: string): Kind {
  const known = KINDS[kind];
  if (known) return known;
  const words = kind.replaceAll('_', ' ').toLowerCase();
  return plain('bell', capital(words));
}

interface ShownAlert {
  readonly kind: string;
  readonly tradeId?: string | null;
  readonly trade?: { readonly status: string; readonly phase: string } | null;
}

export interface AlertVerb {
  readonly label: string;
  readonly href: string;
}

/** The alert's one action: on the trade's page, ready to use if still possible. */
export function verbOf({ kind, tradeId, trade }: ShownAlert): AlertVerb | null {
  if (!tradeId) return pageVerb(kind);
  const { verb } = alertKind(kind);
  const page = `/trades/${tradeId}`;
  if (trade?.status === 'NEEDS_REVIEW') return { label: 'Review', href: `${page}?do=review` };
  const live = trade?.phase === 'OPEN' || trade?.phase === 'PENDING';
  if (verb?.do && verb.do !== 'review' && (live || verb.do === 'correction')) {
    return { label: verb.label, href: `${page}?do=${verb.do}` };
  }
  return { label: verb && !verb.do ? verb.label : 'Open the trade', href: page };
}

/** Whether an alert is about a whole account, so that the reachability of its trades changes with it. */
export function isOfAccount({ kind }: Pick<ShownAlert, 'kind'>): boolean {
  return kind === 'ACCOUNT_UNREACHABLE' || kind === 'TOKEN_REFUSED';
}

/** The link to the page of an alert that has no trade; null when its kind has no page. */
function pageVerb(kind: string): AlertVerb | null {
  const { verb } = alertKind(kind);
  return verb?.href ? { label: verb.label, href: verb.href } : null;
}
