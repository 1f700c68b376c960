import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerProcess } from '../support/server-process.ts';
import { bothSidesOf, Trader } from '../support/trader.ts';
import { until } from '../support/until.ts';

/** The day after Thanksgiving, which ends at 13:00 in New York; from 8:40 on. */
const DAY = '2026-11-27';
const START = `${DAY}T13:40:00Z`;
/** 13:15 in New York, when what trades late has ended, and five minutes more. */
const LAST_BOOKEND = new Date(`${DAY}T18:20:00Z`);
const SPEED = 240;

interface Snapshot {
  readonly kind: string;
  readonly takenAt: string;
}
interface Day {
  readonly clock: string;
  readonly testClock: boolean;
  readonly snapshotCompleteness: {
    readonly date: string;
    readonly expected: number;
    readonly taken: number;
    readonly gaps: readonly { readonly count: number; readonly cause: string }[];
  };
}

const DAY_QUERY = `{ systemStatus(mode: PAPER) { clock testClock
  snapshotCompleteness { date expected taken gaps { count cause } } } }`;

describe('a day on a test clock, the server in Tokyo', () => {
  let server: ServerProcess;
  let ada: Trader;
  beforeAll(async () => {
    const clock = { TEST_CLOCK: START, TEST_CLOCK_SPEED: String(SPEED) };
    server = await ServerProcess.start({
      env: { ...clock, TZ: 'Asia/Tokyo', SNAPSHOT_SECONDS: '300', SYNC_SECONDS: '60' },
    });
    ada = await Trader.signUp(server, 'ada');
  });
  afterAll(() => server.close());

  const day = async () => (await ada.ask<{ systemStatus: Day }>(DAY_QUERY)).systemStatus;

  it('has its bookends once, its marks counted, and its expiry settled at the close', async () => {
    const far = { bracket: { stopLoss: '0.05', takeProfit: '900' } };
    const { id: open } = await ada.place(await ada.ticket(far));
    const { id: expiring } = await ada.place({
      ...(await ada.ticket({ ...far, option: { symbol: await todaysCall(ada) } })),
      limitPrice: '200.00',
      bracket: null,
    });
    // Only then is it known that both were held when the first bookend came due.
    expect(new Date((await day()).clock) < new Date(`${DAY}T14:25:00Z`)).toBe(true);
    await until('the evening', async () => new Date((await day()).clock) > LAST_BOOKEND, {
      within: 100_000,
    });
    await until('the settlement', async () => (await ada.trade(expiring)).phase === 'CLOSED');

    expect((await day()).testClock).toBe(true);
    const { trade } = await ada.ask<{ trade: { settlement: Record<string, string> } }>(
      `{ trade(id: "${expiring}") { settlement { price sourceTime delivery } } }`,
    );
    expect(trade.settlement.sourceTime).toBe(`${DAY}T18:00:00.000Z`);
    expect((await ada.trade(expiring)).status).toMatch(/^EXPIRED_/);
    const [left, right] = bothSidesOf(await ada.book());
    expect(left).toBe(right);

    // Each once; of what a busy machine missed within its second the ledger says so.
    const { gaps } = (await day()).snapshotCompleteness;
    const lost = gaps.filter(({ cause }) => cause.includes('bookend'));
    const [held, gone] = [await bookends(ada, open), await bookends(ada, expiring)];
    const count = held.length + gone.length + lost.reduce((sum, gap) => sum + gap.count, 0);
    expect(count).toBe(3);
    expect(['PRE_MARKET', 'POST_CLOSE']).toEqual(expect.arrayContaining(held));
    expect(['PRE_MARKET']).toEqual(expect.arrayContaining(gone));
    // Within the day each mark that is kept was counted, and each that is not has its cause.
    const { snapshotCompleteness: ledger } = await day();
    const missed = ledger.gaps.reduce((sum, { count }) => sum + count, 0);
    expect(ledger.date).toBe(DAY);
    expect(ledger.taken + missed).toBe(ledger.expected);
    expect(ledger.taken).toBeGreaterThan(60);
    for (const { cause } of ledger.gaps) expect(cause).not.toBe('');
    // The day goes on meanwhile.
    const kept = (await snapshots(ada, open)).length + (await snapshots(ada, expiring)).length;
    expect(kept).toBeGreaterThanOrEqual(ledger.taken);
    expect(kept).toBeLessThanOrEqual((await day()).snapshotCompleteness.taken);
  }, 150_000);
});

async function todaysCall(trader: Trader): Promise<string> {
  const { optionChain } = await trader.ask<{
    optionChain: { rows: { call: { symbol: string; ask: string | null } | null }[] };
  }>(`{ optionChain(underlying: "SPY", expiration: "${DAY}") { rows { call { symbol ask } } } }`);
  const asked = optionChain.rows.flatMap(({ call }) => (call?.ask ? [call.symbol] : []));
  return asked[Math.floor(asked.length / 2)]!;
}

async function snapshots(trader: Trader, id: string): Promise<readonly Snapshot[]> {
  const { trade } = await trader.ask<{ trade: { snapshots: { nodes: Snapshot[] } } }>(
    `{ trade(id: "${id}") { snapshots(first: 500) { nodes { kind takenAt } } } }`,
  );
  return trade.snapshots.nodes;
}

/** The kinds, oldest first, each at an instant that is its own: 9:25 to 9:30, 13:20 to 13:50 in New York. */
async function bookends(trader: Trader, id: string): Promise<readonly string[]> {
  const kept = (await snapshots(trader, id)).filter(({ kind }) => kind !== 'INTRADAY').reverse();
  for (const { kind, takenAt } of kept) {
    const [from, to] = kind === 'PRE_MARKET' ? ['14:25', '14:30'] : ['18:20', '18:50'];
    expect(takenAt >= `${DAY}T${from}` && takenAt < `${DAY}T${to}`).toBe(true);
  }
  return kept.map(({ kind }) => kind);
}
