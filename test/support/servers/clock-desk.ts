import { setTimeout as wait } from 'node:timers/promises';
import { dec } from '../../../server/domain/decimal.ts';
import { TradierEmulator } from '../../venues/tradier-emulator.ts';
import { ServerProcess } from './server-process.ts';
import { newKey, Trader } from './trader.ts';
import { until } from '../values/until.ts';

const STEP_MS = 25;

/** What a desk knows about the current exchange day. */
export interface ClockDay {
  readonly clock: string;
  readonly testClock: boolean;
  readonly marketSession: string;
  readonly snapshotCompleteness: {
    readonly date: string;
    readonly expected: number;
    readonly taken: number;
    readonly gaps: readonly { readonly count: number; readonly cause: string }[];
  };
}

export interface ClockSnapshot {
  readonly kind: string;
  readonly takenAt: string;
  readonly firstMinute: boolean;
}

/** One trader's server as a process in a time zone, on a test clock that an emulated Tradier follows. */
export class ClockDesk {
  readonly #timer = setInterval(() => this.#tick(), STEP_MS);
  readonly #quotes = new Map<string, readonly [bid: number, ask: number]>();
  #env: Record<string, string> = {};
  #from: number;
  #speed = 1;
  /** When the server was started; null while none runs and the venue's time stands still. */
  #since: number | null = null;
  server!: ServerProcess;
  trader!: Trader;

  private constructor(
    readonly venue: TradierEmulator,
    private readonly zone: string,
    start: Date,
  ) {
    this.#from = start.getTime();
  }

  static async start(zone: string, start: string): Promise<ClockDesk> {
    const now = new Date(start);
    const desk = new ClockDesk(await TradierEmulator.start({ now }), zone, now);
    // Without a stream there are no hints, which would cause syncs at other times.
    desk.venue.fail('POST /accounts/events/session', { status: 503, text: 'No stream' }, 100_000);
    desk.venue.matching = true;
    return desk;
  }

  get #now(): Date {
    const passed = this.#since === null ? 0 : (performance.now() - this.#since) * this.#speed;
    return new Date(this.#from + passed);
  }

  quote(symbol: string, bid: number, ask: number): void {
    this.#quotes.set(symbol, [bid, ask]);
    this.venue.setQuote(symbol, { bid, ask, last: bid });
  }

  /** Runs the server on the same data from this instant on, this many times as fast as real time. */
  async runFrom(instant: string, speed: number, snapshotSeconds: number): Promise<void> {
    if (this.#since !== null) await this.server.stop();
    this.#since = null;
    this.#from = Date.parse(instant);
    this.#speed = speed;
    this.#env = {
      ...{ TEST_CLOCK: instant, TEST_CLOCK_SPEED: String(speed), TZ: this.zone },
      ...{ SNAPSHOT_SECONDS: String(snapshotSeconds), SYNC_SECONDS: '60' },
      ...{ TRADIER_SANDBOX_URL: this.venue.url },
    };
    this.#tick();
    if (this.trader) await this.server.restart();
    else await this.#first();
    const { clock } = await this.day();
    this.#from = Date.parse(clock);
    this.#since = performance.now();
  }

  async #first(): Promise<void> {
    this.server = await ServerProcess.start({ env: () => this.#env });
    this.trader = await Trader.signUp(this.server, 'ada');
    const tradierSandbox = { token: this.venue.token, accountId: this.venue.accountId };
    const i = { expectedVersion: 1, paperVenue: 'TRADIER_SANDBOX', tradierSandbox };
    await this.trader.ask(
      'mutation($i: UpdateSettingsInput!) { updateSettings(input: $i) { version } }',
      { i },
    );
  }

  /** Starts the server and buys one contract of each symbol; returns the trades' ids. */
  async hold(...symbols: string[]): Promise<string[]> {
    for (const symbol of symbols) this.quote(symbol, 1.45, 1.55);
    this.quote('SPY', 571, 571.02);
    await this.runFrom(new Date(this.#from).toISOString(), 10, 60);
    const ids: string[] = [];
    for (const symbol of symbols) {
      const { id } = await this.trader.place({
        ...{ mode: 'PAPER', idempotencyKey: newKey(), option: { symbol }, side: 'BUY_TO_OPEN' },
        ...{ quantity: '1', orderType: 'LIMIT', limitPrice: '1.55', timeInForce: 'GTC' },
      });
      await until('an open trade', async () => (await this.trader.trade(id)).status === 'OPEN');
      ids.push(id);
    }
    return ids;
  }

  /** Waits until the desk's clock has reached this time. */
  async comeTo(instant: string): Promise<void> {
    while (this.#now < new Date(instant)) await wait(STEP_MS);
  }

  async day(): Promise<ClockDay> {
    const { systemStatus } = await this.trader.ask<{ systemStatus: ClockDay }>(
      `{ systemStatus(mode: PAPER) { clock testClock marketSession
        snapshotCompleteness { date expected taken gaps { count cause } } } }`,
    );
    return systemStatus;
  }

  /** A trade's snapshots, oldest first. */
  async snapshots(id: string): Promise<readonly ClockSnapshot[]> {
    const { trade } = await this.trader.ask<{
      trade: { snapshots: { nodes: ClockSnapshot[] } };
    }>(`{ trade(id: "${id}") { snapshots(first: 500) { nodes { kind takenAt firstMinute } } } }`);
    return trade.snapshots.nodes.reverse();
  }

  /** `10-30 PRE_MARKET 09:25` in New York, with the last bell before it: a busy machine is late by some minutes. */
  async bookends(id: string): Promise<string[]> {
    const kept = (await this.snapshots(id)).filter(({ kind }) => kind !== 'INTRADAY');
    return kept.map(({ kind, takenAt }) => {
      const [date, bell] = newYork(takenAt);
      return `${date} ${kind} ${bell}`;
    });
  }

  /** The close at which a contract was settled. */
  async settledAt(id: string): Promise<string | null> {
    const { trade } = await this.trader.ask<{
      trade: { settlement: { sourceTime: string } | null };
    }>(`{ trade(id: "${id}") { settlement { sourceTime } } }`);
    return trade.settlement?.sourceTime ?? null;
  }

  /** Exercises like the clearing house: removes the contract and adds the shares. */
  deliver(contract: string, ticker: string, shares: number, cost: number): void {
    this.venue.account.endPosition(contract, 'Exercise', dec(-cost));
    this.venue.setPosition(ticker, shares, cost);
  }

  #tick(): void {
    this.venue.now = this.#now;
    for (const [symbol, [bid, ask]] of this.#quotes)
      this.venue.setQuote(symbol, { bid, ask, last: bid });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.server?.close();
    await this.venue.close();
  }
}

/** Bookends are due at these times, those of half-days included; at 09:30 it is too late for one before the open. */
const BELLS = ['09:25', '09:30', '13:05', '13:20', '16:05', '16:20'];
const format = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: 'America/New_York', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

function newYork(instant: string): [date: string, bell: string] {
  const [date = '', time = ''] = format.format(new Date(instant)).split(', ');
  return [date, BELLS.findLast((bell) => bell <= time) ?? time];
}
