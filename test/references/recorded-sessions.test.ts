import { afterEach, describe, expect, it } from 'vitest';
import { databases, openSqlite, type OpenTestDatabase } from '../support/databases/databases.ts';
import { RecordedDesk } from '../support/desks/recorded-desk.ts';
import { isRecorded, recordedLines } from '../support/recorded/recorded-exchange.ts';
import { baits, seededPlans, type Draw } from '../support/slow/seeded-plans.ts';
import { SlowChecker, type Day, type Doubts } from '../support/slow/slow-checker.ts';
import type { Outcome, Plan } from '../support/slow/slow-outcome.ts';

interface Session {
  readonly days: readonly Day[];
  readonly options: readonly string[];
  /** The file of the share's quotes, and its symbol. */
  readonly shares?: readonly [path: string, symbol: string];
  /** The traded contracts; all if left out. */
  readonly uses?: RegExp;
  readonly closes: Readonly<Record<string, string>>;
  /** True if the touch has unlimited size; false if it has the recorded size. */
  readonly unlimited: boolean;
  readonly draw: Omit<Draw, 'minutes' | 'symbols'>;
  /** Plans in addition to those of the seed. */
  readonly besides?: readonly Plan[];
  /** The most trades per contract that a bad quote would have made or ended. */
  readonly baits: number;
  /** Instants after the close at which expired contracts are settled. */
  readonly settles: readonly string[];
}

const WINTER = {
  offset: '-05:00',
  close: '16:00',
  lateClose: '16:15',
  first: '09:31',
  last: '16:15',
};
const MINUTES = 'options/lean/minute';

const WEEKLIES: Session = {
  days: [
    { ...WINTER, date: '2021-01-04' },
    { ...WINTER, date: '2021-01-05', last: '10:20' },
  ],
  options: ['20210104', '20210105'].map((day) => `${MINUTES}/SPXW/${day}_quote.csv.gz`),
  closes: { 'SPX 2021-01-04': '3700.65' },
  unlimited: true,
  draw: { seed: 4, count: 36, largest: 5, sold: (symbol) => symbol.includes('P03800') },
  baits: 6,
  settles: ['2021-01-05T21:20:00Z'],
};

/** A plan whose calls are in the money by 3.40 at the close, so that they are exercised into 200 shares. */
const HELD: Plan = {
  ...{ symbol: 'GOOG151224C00745000', side: 'BUY_TO_OPEN', quantity: 2 },
  ...{ at: Date.parse('2015-12-24T16:00:00Z'), limit: '20', closeAt: null },
  ...{ stop: null, target: null, stopLimit: null, trailPct: null },
};

const HALF_DAY: Session = {
  days: [{ ...WINTER, date: '2015-12-24', close: '13:00', lateClose: '13:00', last: '13:00' }],
  options: [`${MINUTES}/GOOG/20151224_quote.csv.gz`],
  uses: /^GOOG(1512|1601)\d\d(C007[345]|P007[34])/,
  closes: { 'GOOG 2015-12-24': '748.4' },
  unlimited: false,
  draw: {
    ...{ seed: 24, count: 24, largest: 9, paired: true },
    sold: (symbol) => symbol.includes('P0074'),
  },
  besides: [HELD],
  baits: 0,
  settles: ['2015-12-24T18:20:00Z'],
};

const MONTHLIES: Session = {
  days: [{ ...WINTER, date: '2021-01-14', first: '15:40' }],
  options: [`${MINUTES}/SPX/20210114_quote.csv.gz`],
  closes: { 'SPX 2021-01-14': '3795.54', 'SPX 2021-01-15': '3768.25' },
  unlimited: true,
  draw: { seed: 14, count: 8, largest: 3, sold: () => false },
  baits: 0,
  settles: ['2021-01-14T21:20:00Z', '2021-01-15T14:31:00Z'],
};

const SUMMER: Session = {
  days: [{ ...WINTER, date: '2023-08-03', offset: '-04:00', first: '10:00', last: '11:15' }],
  options: [`${MINUTES}/SPY/20230803_quote.csv.gz`],
  shares: ['equity/lean/minute/SPY_quote.csv.gz', 'SPY'],
  closes: {},
  unlimited: true,
  draw: { seed: 3, count: 12, largest: 4, sold: (symbol) => symbol.includes('P00430') },
  baits: 0,
  settles: [],
};

let t: RecordedDesk | null = null;
afterEach(async () => {
  await t?.fresh.close();
  t = null;
});

function isHere({ options, shares }: Session): boolean {
  return [...options, ...(shares ? [shares[0]] : [])].every(isRecorded);
}

/** The cells of the session's lines, with those of a share laid out like an option's. */
function linesOf({ options, shares, days, uses }: Session): readonly string[][] {
  const isOurs = (began: string) => days.some(({ date }) => began.startsWith(date));
  const ofOptions = options
    .flatMap(recordedLines)
    .filter((line) => isOurs(line) && (uses?.test(line.slice(20, 45)) ?? true))
    .map((line) => line.split(','));
  const ofShares = (shares ? recordedLines(shares[0]) : [])
    .filter((line) => isOurs(line) && isRegular(line))
    .map((line) => line.split(','))
    .map(([began = '', ...cells]) => [began, shares![1], '', '', '', ...cells]);
  return [...ofOptions, ...ofShares];
}

function isRegular(began: string): boolean {
  return began.slice(11, 16) >= '09:30' && began.slice(11, 16) < '16:00';
}

function checkerOf(
  { days, closes, unlimited }: Session,
  lines: readonly string[][],
  doubts: Doubts = {},
) {
  const checker = new SlowChecker(days, closes, doubts);
  for (const cells of lines) {
    const { offset } = days.find(({ date }) => cells[0]!.startsWith(date))!;
    const size = (at: number) => (unlimited ? '1000000' : cells[at]!);
    checker.read(cells[1]!, offset, [cells[0]!, cells[8]!, size(9), cells[13]!, size(14)]);
  }
  return checker;
}

async function lived(session: Session, open: OpenTestDatabase) {
  const lines = linesOf(session);
  const checker = checkerOf(session, lines);
  const symbols = checker.symbols();
  const minutes = checker.minutes();
  const from = { symbols, minutes: minutes.filter((at) => checker.isRegular(at)) };
  const trusting = checkerOf(session, lines, { trusting: true });
  const plans = [
    ...seededPlans(checker, { ...session.draw, ...from }),
    ...(session.besides ?? []),
    ...baits(checker, trusting, { ...from, count: session.baits }),
  ];
  const desk = await RecordedDesk.start(session.unlimited, open);
  t = desk;
  desk.exchange.record(lines);
  for (const [key, price] of Object.entries(session.closes)) desk.exchange.closed(key, price);
  await desk.live(minutes, checker.bookends(), plans);
  for (const at of session.settles) await desk.settle(at);
  return { desk, plans, checker, trusting, shifted: checkerOf(session, lines, { shift: 1 }) };
}

function tallied(outcomes: readonly Outcome[]): string {
  const tally = new Map<string, number>();
  for (const { status } of outcomes) tally.set(status, (tally.get(status) ?? 0) + 1);
  return [...tally].map(([status, count]) => `${count} ${status}`).join(', ');
}

describe.each([
  ['SPXW on 2021-01-04 and the morning after', WEEKLIES, openSqlite, 36, 18],
  ['GOOG on the half-day 2015-12-24, sizes as recorded', HALF_DAY, openSqlite, 18, 12],
  ['SPY and its options on 2023-08-03', SUMMER, openSqlite, 8, 0],
  ...databases().map(
    ([name, open]) => [`AM-settled SPX, kept on ${name}`, MONTHLIES, open, 5, 6] as const,
  ),
] as const)('%s', (title, session, open, least, bookends) => {
  it.skipIf(!isHere(session))('ends as the records say', { timeout: 240_000 }, async () => {
    const { desk, plans, checker, trusting, shifted } = await lived(session, open);
    const outcomes = plans.map((plan) => checker.outcome(plan));
    for (const [index, plan] of plans.entries()) {
      expect({ plan, ...(await desk.outcome(plan)) }).toEqual({ plan, ...outcomes[index] });
    }
    expect(outcomes.filter(({ entries }) => entries.length > 0).length).toBeGreaterThanOrEqual(
      least,
    );
    expect(outcomes.flatMap((each) => each.bookends).length).toBeGreaterThanOrEqual(bookends);
    await desk.expectTotals(outcomes);
    const differing = (other: SlowChecker) =>
      plans.filter(
        (plan, index) => JSON.stringify(other.outcome(plan)) !== JSON.stringify(outcomes[index]),
      ).length;
    const believed = differing(trusting);
    expect(differing(shifted)).toBeGreaterThan(least / 2);
    expect(believed).toBeGreaterThanOrEqual(session.baits);
    const bad = JSON.stringify(checker.faults());
    console.log(
      `${title}: ${tallied(outcomes)}; bad lines ${bad}, which would have changed ${believed} trades`,
    );
  });
});
