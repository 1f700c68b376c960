import type { DeskStatusFragment, SwitchCauseKind, TradingMode } from '../gql/graphql.ts';

export type SwitchCause = DeskStatusFragment['switchCauses'][number];

interface TripWords {
  readonly kind: SwitchCauseKind;
  readonly name: string;
  /** What would trip the switch; shown while nothing does. */
  readonly on: string;
  /** What a person may do, and what ends it. */
  readonly act: string;
}

const TRIPS: readonly TripWords[] = [
  {
    kind: 'DAILY_LOSS',
    name: 'Daily loss',
    on: 'reaches its limit',
    act: 'It ends with the exchange day. Wait for that, or raise the limit in Settings.',
  },
  {
    kind: 'FAILED_SENDS',
    name: 'Failed sends',
    on: '5 in a row',
    act: 'Read under History why each order failed, and fix that. It ends when the venue takes an order.',
  },
  {
    kind: 'ORDER_UNKNOWN',
    name: 'Order unknown',
    on: 'for 5 minutes',
    act: 'Look for the order at the venue. The desk sends nothing again; it ends when the venue reports the outcome.',
  },
  {
    kind: 'VENUE_DIFFERS',
    name: 'Ledger against venue',
    on: 'differ twice in a row',
    act: 'Compare both under Book against venue. Accept the difference if you know its cause.',
  },
  {
    kind: 'TURNED_AWAY',
    name: 'Venue’s refusal',
    on: '401 or 403',
    act: 'Store a valid token in Settings, of an account that may trade.',
  },
  {
    kind: 'CLOCK_OFF',
    name: 'Clock',
    on: '30 s off the venue’s',
    act: 'Set the server’s clock. It ends when the venue’s answers agree with it.',
  },
  {
    kind: 'PRICE_CONFLICT',
    name: 'Price conflicts',
    on: 'on half of what is held',
    act: 'Look at the sources under Prices, or at the venue. It ends when they agree again.',
  },
  {
    kind: 'LOG_BROKEN',
    name: 'Log',
    on: 'altered, or not adding up',
    act: 'Stop the server, keep its files, and restore the last backup that verifies: see the notes on operations.',
  },
];

const IN_PAPER: ReadonlySet<SwitchCauseKind> = new Set(['LOG_BROKEN']);

export interface Trip extends TripWords {
  /** What was found, oldest first; empty when nothing was. */
  readonly causes: readonly SwitchCause[];
}

/** What trips a book’s switch by itself; rules that have found something come first. */
export function tripsOf(mode: TradingMode, causes: readonly SwitchCause[]): readonly Trip[] {
  const trips = TRIPS.filter(({ kind }) => mode === 'REAL' || IN_PAPER.has(kind)).map((words) => ({
    ...words,
    causes: causes.filter(({ kind }) => kind === words.kind),
  }));
  return [...trips].sort((one, other) => rank(one) - rank(other));
}

/** The place in the list: causes that last, then causes that are over, then none. */
function rank({ causes }: Trip): number {
  if (causes.length === 0) return 2;
  return causes.some(({ endedAt }) => !endedAt) ? 0 : 1;
}
