import type { Actor } from '../../server/ports/trading-system.ts';
import type { BenchDesk } from './bench-desk.ts';
import { traderName, type Fill } from './fill/fill-book.ts';

export interface Case {
  readonly fill: Fill;
  /** What the work may take, in words. */
  readonly goal: string;
}

/** A piece of the desk's work, and the books on which it is measured. */
export interface Part {
  readonly name: string;
  readonly work: string;
  readonly cases: readonly Case[];
  readonly run: (desk: BenchDesk) => Promise<unknown>;
}

const NOBODY: Fill = { users: 0, open: 0, watched: 0, closed: 0 };
const open = (users: number, each: number): Fill => ({ ...NOBODY, users, open: each });
const closed = (count: number): Fill => ({ ...NOBODY, users: 1, closed: count });
const ADA: Actor = { username: traderName(0), role: 'USER', demo: false };

/** A counter that makes each query differ from the last. */
let asked = 0;

export const PARTS: readonly Part[] = [
  {
    name: 'sync',
    work: 'sync without news',
    cases: [
      { fill: open(20, 50), goal: '≤ 400 ms, no statement per trade' },
      { fill: open(200, 50), goal: '≤ 3,000 ms, no statement per trade' },
    ],
    run: ({ desk }) => desk.syncOrders.execute(),
  },
  {
    name: 'watch',
    work: 'watch of exits, 1 of 50 watched',
    cases: [{ fill: { ...open(200, 49), watched: 1 }, goal: '≤ 100 ms' }],
    run: ({ desk }) => desk.watchExits.execute(),
  },
  {
    name: 'status',
    work: 'systemStatus of one user',
    cases: [{ fill: open(1, 1_000), goal: '≤ 1 ms, two counts' }],
    run: ({ desk }) => desk.account.status(ADA),
  },
  {
    name: 'glance',
    work: 'glance at every simulated trade',
    cases: [{ fill: open(200, 50), goal: '≤ 200 ms' }],
    run: ({ desk }) => desk.takeSnapshots.glance('SIMULATED'),
  },
  {
    name: 'marks',
    work: 'snapshot tick of every trade',
    cases: [{ fill: open(200, 50), goal: '≤ 1,000 ms, loop ≤ 50 ms' }],
    run: ({ desk }) => desk.takeSnapshots.execute(),
  },
  {
    name: 'page',
    work: 'a page of 100 open trades',
    cases: [{ fill: open(1, 1_000), goal: '≤ 2.5 ms, unchanged ≤ 0.5' }],
    run: ({ book }) => book.read(ADA.username).trades('OPEN', {}, { first: 100, after: null }),
  },
  {
    name: 'stats',
    work: 'stats of closed trades',
    cases: [
      { fill: closed(10_000), goal: '≤ 5 ms' },
      { fill: closed(100_000), goal: '≤ 10 ms' },
    ],
    run: ({ desk }) => desk.reports.stats(ADA, {}, []),
  },
  {
    name: 'stats',
    work: 'stats never asked before',
    cases: [
      { fill: closed(10_000), goal: '≤ 5 ms' },
      { fill: closed(100_000), goal: '≤ 10 ms' },
    ],
    run: ({ desk }) => desk.reports.stats(ADA, { openedFrom: new Date((asked += 1)) }, []),
  },
  {
    name: 'daily',
    work: 'dailyPnl of closed trades',
    cases: [
      { fill: closed(10_000), goal: '≤ 5 ms' },
      { fill: closed(100_000), goal: '≤ 5 ms' },
    ],
    run: ({ desk }) => desk.reports.dailyPnl(ADA, {}),
  },
  {
    name: 'quality',
    work: 'fillQuality of closed trades',
    cases: [
      { fill: closed(10_000), goal: '≤ 5 ms' },
      { fill: closed(100_000), goal: '≤ 5 ms' },
    ],
    run: ({ desk }) => desk.reports.fillQuality(ADA, {}),
  },
  {
    name: 'curve',
    work: 'equityCurve of closed trades',
    cases: [
      { fill: closed(10_000), goal: '≤ 50 ms, any size' },
      { fill: closed(100_000), goal: '≤ 50 ms, any size' },
    ],
    run: ({ desk }) => desk.reports.equityCurve(ADA, null, null),
  },
  {
    name: 'beat',
    work: 'beat of the simulated venue',
    cases: [
      { fill: open(1, 10_000), goal: '≤ 50 ms' },
      { fill: open(1_000, 10), goal: '≤ 100 ms, none per quiet book' },
    ],
    run: ({ venue }) => venue.tick(),
  },
];

/** The same book with a twentieth of its users, or for a single user, of its trades. */
export function smaller(fill: Fill): Fill {
  const part = (count: number) => Math.ceil(count / 20);
  if (fill.users > 1) return { ...fill, users: part(fill.users) };
  return { ...fill, open: part(fill.open), closed: part(fill.closed) };
}
