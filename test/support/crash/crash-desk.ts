import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../../server/adapters/database/sql/open-database.ts';
import { verifyBook } from '../../../server/adapters/database/book/verify-book.ts';
import type { FaultPoint } from '../../../server/ports/fault-points.ts';
import type { EmulatedAccount } from '../../venues/tradier/emulated-account.ts';
import { TradierEmulator } from '../../venues/tradier-emulator.ts';
import type { ServerDatabase } from '../servers/server-databases.ts';
import { ServerProcess } from '../servers/server-process.ts';
import { Trader, type WireTrade } from '../servers/trader.ts';
import { until } from '../values/until.ts';

/** Desk seconds in one real second. */
const SPEED = 10;
const SYNC_SECONDS = 10;
/** Desk time between the crash and the next start: longer than any order waits for its answer. */
const DOWN_MS = 95_000;
const STEP_MS = 100;
const RESTING_MS = 300;
const TEN_IN_NEW_YORK = Date.parse('2026-03-10T14:00:00Z');
const ALWAYS = 10_000;

/** A place in the code that one flow may pass several times. */
export interface Moment {
  readonly point: FaultPoint;
  /** The number of the pass, from 1. */
  readonly nth: number;
}

export function wordsOf({ point, nth }: Moment): string {
  return `${point} #${nth}`;
}

/** One trader whose one trade is to crash, with its own account and contract. */
export interface Scene {
  readonly desk: CrashDesk;
  readonly trader: Trader;
  readonly username: string;
  readonly account: EmulatedAccount;
  readonly symbol: string;
  /** The one trade of that contract, once it is in the book. */
  readonly trade: () => Promise<WireTrade | undefined>;
}

/** The real server as a process that ends on demand, at a venue whose time runs with it. */
export class CrashDesk {
  readonly #timer: NodeJS.Timeout;
  readonly #quotes = new Map<string, { bid: number; ask: number }>();
  server!: ServerProcess;
  /** The user whose requests read the server's time. */
  #clerk!: Trader;
  #scenes = 0;
  #from = TEN_IN_NEW_YORK;
  /** When the time began to run; null while no server runs and time stands still. */
  #since: number | null = null;
  reconciles = true;

  private constructor(
    readonly venue: TradierEmulator,
    private readonly database: ServerDatabase,
  ) {
    this.#timer = setInterval(() => this.#tick(), STEP_MS);
  }

  static async start(database: ServerDatabase): Promise<CrashDesk> {
    const now = new Date(TEN_IN_NEW_YORK);
    const desk = new CrashDesk(await TradierEmulator.start({ now }), database);
    desk.heal();
    desk.quote('SPY', 558.2, 558.22);
    const { dataDir } = database.options;
    desk.server = await ServerProcess.start({
      ...(dataDir && { dataDir }),
      env: () => desk.#env(),
    });
    desk.#clerk = await Trader.signUp(desk.server, 'zoe');
    await desk.#follow(desk.#clerk);
    return desk;
  }

  get now(): Date {
    const passed = this.#since === null ? 0 : (performance.now() - this.#since) * SPEED;
    return new Date(this.#from + passed);
  }

  #env(): Record<string, string> {
    const { env = {} } = this.database.options;
    return {
      ...(env as Record<string, string>),
      ...{ TRADIER_SANDBOX_URL: this.venue.url, ALLOW_SIGN_UP: 'always' },
      ...{ TEST_CLOCK: this.now.toISOString(), TEST_CLOCK_SPEED: String(SPEED) },
      ...{ SYNC_SECONDS: String(SYNC_SECONDS), SNAPSHOT_SECONDS: '3600' },
      TEST_FAULTS: this.reconciles ? 'points' : 'no-reconciliation',
    };
  }

  quote(symbol: string, bid: number, ask: number): void {
    this.#quotes.set(symbol, { bid, ask });
    this.venue.setQuote(symbol, { bid, ask, last: bid });
  }

  /** A new trader each time, so one crash leaves nothing behind for another. */
  async scene(expiration: string | null = null): Promise<Scene> {
    this.#scenes += 1;
    this.venue.exchange.nextRejection = null;
    const username = `trader${this.#scenes}`;
    const trader = await Trader.signUp(this.server, username);
    const account = this.venue.addAccount(`VA9${String(this.#scenes).padStart(7, '0')}`);
    const token = `token-of-${username}`;
    this.venue.tokens.add(token);
    const { settings } = await trader.ask<{ settings: { version: number } }>(
      '{ settings { version } }',
    );
    const input = {
      ...{ expectedVersion: settings.version, paperVenue: 'TRADIER_SANDBOX' },
      tradierSandbox: { token, accountId: account.id },
    };
    await trader.ask(
      'mutation($i: UpdateSettingsInput!) { updateSettings(input: $i) { version } }',
      {
        i: input,
      },
    );
    const date = (expiration ?? '2026-05-15').replaceAll('-', '').slice(2);
    const symbol = `SPY${date}C00${500 + this.#scenes}000`;
    this.quote(symbol, 1.45, 1.55);
    const trade = async () => (await trader.trades()).find((each) => each.symbol === symbol);
    return { desk: this, trader, username, account, symbol, trade };
  }

  /** The venue behaves, but sends no hints, which would cause syncs at times that differ from run to run. */
  heal(): void {
    this.venue.heal();
    this.venue.fail('POST /accounts/events/session', { status: 503, text: 'No stream' }, ALWAYS);
  }

  /** Ends the process at this moment, counted from now. */
  arm(moment: Moment): void {
    writeFileSync(this.#file('CRASH_AT'), wordsOf(moment));
  }

  disarm(): void {
    rmSync(this.#file('CRASH_AT'), { force: true });
  }

  /** The points passed so far, in order. */
  reached(): readonly FaultPoint[] {
    const file = this.#file('REACHED');
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8').split('\n').filter(Boolean) as FaultPoint[];
  }

  /** Waits until no point has been passed for a while: everything before is over. */
  async rest(ms = RESTING_MS): Promise<void> {
    let [passed, since] = [this.reached().length, performance.now()];
    const rests = () => {
      const now = this.reached().length;
      if (now !== passed) [passed, since] = [now, performance.now()];
      return performance.now() - since >= ms;
    };
    await until('a desk at rest', rests);
  }

  /** Stops the time when the process ends, so that it stays the same for checks of the venue. */
  stopTime(): void {
    this.#from = this.now.getTime();
    this.#since = null;
  }

  /** Restarts after `DOWN_MS` without a server, or at the instant `at`. */
  async restart(trader = this.#clerk, at?: Date): Promise<void> {
    this.stopTime();
    this.#from = at?.getTime() ?? this.#from + DOWN_MS;
    this.#tick();
    await this.server.restart();
    await this.#follow(trader);
  }

  /** Stops the server and starts it at another exchange time, New York's in summer. */
  async jumpTo(date: string, time: string): Promise<void> {
    await this.server.kill9();
    await this.restart(this.#clerk, new Date(`${date}T${time}-04:00`));
  }

  async #follow(trader: Trader): Promise<void> {
    const { systemStatus } = await trader.ask<{ systemStatus: { clock: string } }>(
      '{ systemStatus(mode: PAPER) { clock } }',
    );
    this.#from = Date.parse(systemStatus.clock);
    this.#since = performance.now();
  }

  #tick(): void {
    this.venue.now = this.now;
    for (const [symbol, { bid, ask }] of this.#quotes)
      this.venue.setQuote(symbol, { bid, ask, last: bid });
  }

  /** What is wrong with a user's log; null when the chain is unbroken. */
  async brokenChain(username: string): Promise<string | null> {
    const { DATABASE_URL } = (this.database.options.env ?? {}) as Record<string, string>;
    const knex = DATABASE_URL
      ? openDatabase({ url: DATABASE_URL, schema: 'paper' })
      : openDatabase({ file: path.join(this.server.dataDir, 'paper.sqlite') });
    try {
      const log = (await verifyBook(knex)).find((each) => each.username === username);
      return log?.fault ? `event ${log.fault.sequence} ${log.fault.problem}` : null;
    } finally {
      await knex.destroy();
    }
  }

  #file(name: string): string {
    return path.join(this.server.dataDir, name);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.server.close();
    await this.venue.close();
    await this.database.remove();
  }
}
