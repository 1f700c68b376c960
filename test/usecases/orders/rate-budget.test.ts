import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TradierBudget } from '../../../server/adapters/tradier/tradier-budget.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { deskJobs } from '../../../server/jobs/desk-jobs.ts';
import type { Job } from '../../../server/ports/job.ts';
import { openSqlite } from '../../support/databases/databases.ts';
import { HandTime } from '../../support/fakes/hand-time.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';

const START = new Date('2026-03-10T15:00:00Z');
const DATE = '2026-03-10';
const STEP_SECONDS = 5;
const MINUTES = Number(process.env['RATE_MINUTES'] ?? 8);
const UNDERLYINGS = Array.from({ length: 20 }, (_, n) => `TK${String.fromCharCode(65 + n)}`);
const STRIKES = ['00100000', '00105000', '00110000'];

/** The desk's own jobs at their own cadences, each one at a time, as its scheduler runs them. */
class Desk {
  readonly errors: unknown[] = [];
  /** For each running job, the number of its requests that wait for their turn at the venue. */
  readonly #running = new Map<string, { waiting: number }>();
  readonly #job = new AsyncLocalStorage<{ waiting: number }>();
  readonly #jobs;
  #seconds = 0;

  constructor(
    private readonly t: TradierDesk,
    private readonly time: HandTime,
  ) {
    this.#jobs = deskJobs(t.desk, { sync: 60, snapshot: 40 });
    this.#watchTurns();
  }

  async live(seconds: number, each: (second: number) => void = () => undefined): Promise<void> {
    for (const end = this.#seconds + seconds; this.#seconds < end;) {
      this.#seconds += STEP_SECONDS;
      this.t.clock.advance(STEP_SECONDS * 1000);
      this.t.venue.now = this.t.clock.now();
      this.time.pass(STEP_SECONDS * 1000);
      each(this.#seconds);
      for (const job of this.#jobs) {
        if ((this.#seconds * 1000) % job.everyMs === 0) this.#begin(job);
      }
      await this.#quiet();
    }
  }

  #begin({ name, ...job }: Job): void {
    if (this.#running.has(name)) return;
    const state = { waiting: 0 };
    this.#running.set(name, state);
    void this.#job
      .run(state, () => job.run())
      .catch((error: unknown) => void this.errors.push(error))
      .finally(() => this.#running.delete(name));
  }

  /** Waits until every job is done or waits for its turn. */
  async #quiet(): Promise<void> {
    while ([...this.#running.values()].some(({ waiting }) => waiting === 0)) await pause(1);
  }

  /** Counts the requests of each job that wait for a turn at any budget of this process. */
  #watchTurns(): void {
    const job = this.#job;
    const take = Reflect.get<TradierBudget, 'take'>(TradierBudget.prototype, 'take');
    vi.spyOn(TradierBudget.prototype, 'take').mockImplementation(async function (
      this: TradierBudget,
      ...turn: Parameters<TradierBudget['take']>
    ) {
      const state = job.getStore() ?? { waiting: 0 };
      state.waiting += 1;
      await take.apply(this, turn).finally(() => (state.waiting -= 1));
    });
  }
}

describe('60 open trades over 20 underlyings on a token of 60 requests a minute', () => {
  const kinds = { venue: [] as string[], trailing: [] as string[], watched: [] as string[] };
  const quoted = new Map<string, { bid: string; ask: string }>();
  let t: TradierDesk;
  let time: HandTime;

  beforeEach(async () => {
    time = new HandTime(START.getTime());
    t = await TradierDesk.start(openSqlite, { now: START }, time);
    t.venue.quota.now = () => time.now();
    for (const symbol of symbols()) await open(symbol);
    await t.sync();
    t.venue.matching = true;
    t.venue.quota.limits = { standard: 60, market: 60, trading: 60 };
    // The window of requests in which all this was placed has ended.
    time.pass(120_000);
    t.clock.advance(120_000);
    t.venue.now = t.clock.now();
    t.restart();
  }, 120_000);
  afterEach(() => t.close());
  afterEach(() => void vi.restoreAllMocks());

  /** Opens a trade: one in six trails, and one in six has exits so close that the desk watches them. */
  async function open(symbol: string): Promise<void> {
    const kind = (['trailing', 'venue', 'venue', 'watched', 'venue', 'venue'] as const)[
      symbols().indexOf(symbol) % 6
    ]!;
    kinds[kind].push(symbol);
    quote(symbol, '2.00', '2.05');
    const watched = { stopLoss: dec('1.99'), takeProfit: dec('2.06') };
    const usual = { stopLoss: dec('1.00'), takeProfit: dec('4.00') };
    await t.place({
      ...{ option: { symbol }, quantity: dec(1), limitPrice: dec('2.05') },
      bracket:
        kind === 'watched'
          ? watched
          : { ...usual, trailingPct: kind === 'trailing' ? dec(30) : null },
    });
    const order = t.venue.orders.at(-1)!;
    t.venue.fill(order.legs[0]?.id ?? order.id, { price: '2.05' });
  }

  function quote(symbol: string, bid: string, ask: string): void {
    quoted.set(symbol, { bid, ask });
    t.venue.setQuote(symbol, { bid, ask });
  }

  /** A page full of chains: each minute more than a minute's allowance. */
  function browse(asked: { count: number; refused: number }): void {
    for (let n = 0; n < 40; n += 1) {
      asked.count += 1;
      const chain = t.market.chain(UNDERLYINGS[n % UNDERLYINGS.length]!, '2026-03-20');
      chain.catch((error: unknown) => {
        expect(error).toMatchObject({ name: 'MarketDataUnavailable', putOff: true });
        asked.refused += 1;
      });
    }
  }

  it(
    'gets no 429, watches exits first, and reports what was delayed',
    { timeout: 900_000 },
    async () => {
      const desk = new Desk(t, time);
      const asked = { count: 0, refused: 0 };
      const fell = new Map<string, Date>();
      const before = t.venue.requests.length;
      await desk.live(MINUTES * 60, (second) => {
        // A quote that has not changed for long goes stale.
        if (second % 300 === 0) for (const each of quoted) t.venue.setQuote(...each);
        if (second === 60) for (const symbol of kinds.trailing) quote(symbol, '3.00', '3.10');
        if (second === 120 || second === 180) browse(asked);
        // The price falls in a minute whose allowance is spent.
        const falls =
          second >= 200 && second <= 245 && second % 5 === 0
            ? kinds.watched[(second - 200) / 5]
            : null;
        if (!falls) return;
        quote(falls, '1.90', '1.95');
        fell.set(falls, t.clock.now());
      });
      expect(desk.errors).toEqual([]);
      expect(t.venue.quota.violations).toBe(0);
      const closes = t.venue.orders.filter(
        ({ type, side }) => type === 'market' && side === 'sell_to_close',
      );
      expect(closes.map(({ optionSymbol }) => optionSymbol).sort()).toEqual(
        [...fell.keys()].sort(),
      );
      const latest = closes.map(
        ({ optionSymbol, createdAt }) => createdAt.getTime() - fell.get(optionSymbol!)!.getTime(),
      );
      expect(Math.max(...latest)).toBeLessThanOrEqual(2 * STEP_SECONDS * 1000);

      const market = t.client.usage().find(({ bucket }) => bucket === 'MARKET')!;
      const { expected, taken, gaps } = await t.fresh.book.read('ada').completeness(DATE);
      const lost = gaps.reduce((sum, { count }) => sum + count, 0);
      console.log(
        `${MINUTES} minutes: ${asked.count} chains asked for, ${market.putOff} requests put off, ` +
          `${taken} of ${expected} marks taken, ${t.venue.requests.length - before} requests`,
      );
      expect([...new Set(gaps.map(({ cause }) => cause))]).toEqual(['budget put off']);
      expect(taken + lost).toBe(expected);
      // Each tick was due, and done by the next tick at the latest.
      expect(expected).toBeGreaterThan((MINUTES * 60 * 50) / 40 - 50);
      expect(market.putOff).toBeGreaterThan(asked.refused);
      expect(t.venue.count('GET /markets/clock')).toBeLessThanOrEqual(MINUTES / 5 + 3);
    },
  );
});

function symbols(): string[] {
  return UNDERLYINGS.flatMap((name) => STRIKES.map((strike) => `${name}260320C${strike}`));
}
