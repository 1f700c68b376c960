import { startDesk, type RunningDesk } from '../../../server/compose.ts';
import { loadConfig, type Config } from '../../../server/config.ts';
import { OratsEmulator } from '../../venues/orats-emulator.ts';
import { TradierEmulator } from '../../venues/tradier-emulator.ts';
import type { ServerDatabase } from '../servers/server-databases.ts';
import { ApiClient } from '../servers/api-client.ts';
import { NOON } from '../fakes/fake-clock.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { SPY_CALL } from '../values/builders.ts';
import { until } from '../values/until.ts';

const STEP_MS = 50;
const CADENCE = { SYNC_SECONDS: '1', SNAPSHOT_SECONDS: '1' };
const TRADE = `id mode version status phase venue quantity filledQuantity openQuantity protection
  realizedPnl fees netPnl reason mark { price delayed } orders { role status tag venueOrderId }`;

export interface LiveTrade {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly venue: string;
  readonly orders: readonly {
    readonly role: string;
    readonly status: string;
    readonly tag: string;
  }[];
}

export type Mode = 'PAPER' | 'REAL';

/** A configuration that throws when `real` is read: while real trading is off, no code may read it. */
function unread(config: Config): Config {
  const { real: _, ...rest } = config;
  return Object.defineProperty(rest as Config, 'real', {
    enumerable: true,
    get: () => {
      throw new Error('Real trading is off, and what is configured for it was read.');
    },
  });
}

/**
 * The whole desk in this process, with both of Tradier's environments emulated. The environment refuses a test
 * clock together with real trading; a configuration in hand may have both.
 */
export class LiveDesk {
  readonly log = new SilentLog();
  #timer: NodeJS.Timeout;
  #running: RunningDesk | null = null;
  #tokens = new Map<string, string>();
  #keys = 0;
  readonly #began = Date.now();

  private constructor(
    readonly sandbox: TradierEmulator,
    readonly live: TradierEmulator,
    readonly orats: OratsEmulator,
    readonly database: ServerDatabase,
  ) {
    this.#timer = setInterval(() => this.#tick(), STEP_MS);
    // The venues' answers carry the desk's time, because a clock that is off trips the switch.
    for (const venue of [sandbox, live]) venue.quota.now = () => this.now.getTime();
  }

  static async start(open: () => Promise<ServerDatabase>): Promise<LiveDesk> {
    const [sandbox, live, orats, database] = await Promise.all([
      TradierEmulator.start({ now: NOON }),
      TradierEmulator.start({ now: NOON, production: true }),
      OratsEmulator.start(NOON),
      open(),
    ]);
    const desk = new LiveDesk(sandbox, live, orats, database);
    // The venues' prices differ, so a test sees whose prices are shown.
    desk.quote(sandbox, 1.45, 1.55);
    desk.quote(live, 1.46, 1.54);
    await desk.restart();
    return desk;
  }

  get now(): Date {
    return new Date(NOON.getTime() + Date.now() - this.#began);
  }

  quote(venue: TradierEmulator, bid: number, ask: number): void {
    venue.setQuote(SPY_CALL.symbol, { bid, ask, last: ask });
    venue.setQuote('SPY', { bid: 558.2, ask: 558.22, last: 558.21 });
  }

  /** Starts another process on the same databases; `change` alters its configuration. */
  async restart(change: Partial<Config> = {}): Promise<void> {
    await this.stop();
    const { env, dataDir } = this.database.options;
    const given = typeof env === 'function' ? env() : env;
    const config = loadConfig({
      ...{ ...given, ...CADENCE, PORT: '0', ALLOW_SIGN_UP: 'always' },
      ...(dataDir === undefined ? {} : { DATA_DIR: dataDir }),
      ...{ TRADIER_SANDBOX_URL: this.sandbox.url, TRADIER_LIVE_URL: this.live.url },
      ORATS_URL: this.orats.url,
    });
    const testClock = { start: this.now, speed: 1 };
    const whole = { ...config, realTrading: true, testClock, ...change };
    this.#running = await startDesk(whole.realTrading ? whole : unread(whole), this.log, 'test');
  }

  async stop(): Promise<void> {
    await this.#running?.close();
    this.#running = null;
  }

  get api(): ApiClient {
    return new ApiClient(this.#running!.url);
  }

  async signUp(username: string): Promise<void> {
    this.#tokens.set(username, await this.api.signUp(username));
  }

  async ask<T>(username: string, query: string, variables: object = {}): Promise<T> {
    const token = this.#tokens.get(username) ?? null;
    const { data, errors, text } = await this.api.ask(query, { token, variables });
    if (!data || errors.length > 0) throw new Error(text);
    return data as T;
  }

  async settle(username: string, change: object): Promise<void> {
    const { settings } = await this.ask<{ settings: { version: number } }>(
      username,
      '{ settings { version } }',
    );
    await this.ask(
      username,
      'mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }',
      { input: { expectedVersion: settings.version, ...change } },
    );
  }

  /** Connects sandbox and production: the account that all share, or if `own`, one of this user's own. */
  async connect(username: string, own = false): Promise<void> {
    const at = (venue: TradierEmulator, token: string, accountId: string) => {
      if (!own) return { token: venue.token, accountId: venue.accountId };
      venue.addLogin(token, accountId);
      return { token, accountId };
    };
    await this.settle(username, {
      paperVenue: 'TRADIER_SANDBOX',
      tradierSandbox: at(this.sandbox, `sandbox-${username}`, `VA-${username}`),
      tradierLive: at(this.live, `live-${username}`, `6Y-${username}`),
    });
  }

  ticket(mode: Mode, parts: object = {}) {
    this.#keys += 1;
    return {
      ...{ mode, idempotencyKey: `live-key-${this.#keys}`, option: { symbol: SPY_CALL.symbol } },
      ...{ side: 'BUY_TO_OPEN', quantity: '2', orderType: 'LIMIT', limitPrice: '1.50' },
      ...{ bracket: { stopLoss: '1.00', takeProfit: '2.50' }, ...parts },
    };
  }

  /** Arms the user unless armed: arming again would end the confirmations that were given before. */
  async arm(username: string): Promise<void> {
    const { systemStatus } = await this.ask<{
      systemStatus: { armed: boolean; armPhrase: string };
    }>(username, '{ systemStatus(mode: REAL) { armed armPhrase } }');
    if (systemStatus.armed) return;
    await this.ask(
      username,
      'mutation($phrase: String!) { armRealTrading(phrase: $phrase) { armed } }',
      { phrase: systemStatus.armPhrase },
    );
  }

  /** An armed user's real ticket, with the confirmation of its preview. */
  async confirmed(username: string, parts: object = {}): Promise<object> {
    await this.arm(username);
    const input = this.ticket('REAL', parts);
    const { previewTrade } = await this.ask<{ previewTrade: { confirmationToken: string } }>(
      username,
      'query($input: PlaceTradeInput!) { previewTrade(input: $input) { confirmationToken } }',
      { input },
    );
    return { ...input, confirmationToken: previewTrade.confirmationToken };
  }

  /** Places an order; for REAL the user is armed and the order confirmed first. */
  async place(username: string, mode: Mode, parts: object = {}): Promise<LiveTrade> {
    const input =
      mode === 'REAL' ? await this.confirmed(username, parts) : this.ticket(mode, parts);
    return this.send(username, input);
  }

  /** Sends an order, and repeats it while the desk has not read the account since its start. */
  send(username: string, input: object): Promise<LiveTrade> {
    const mutation = `mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { ${TRADE} } }`;
    return until('an account that was read', async () => {
      try {
        const placed = await this.ask<{ placeTrade: LiveTrade }>(username, mutation, { input });
        return placed.placeTrade;
      } catch (error) {
        if (String(error).includes('Try again in a moment')) return false;
        throw error;
      }
    });
  }

  async cancel(username: string, { id }: LiveTrade): Promise<void> {
    const { version } = await this.trade(username, id);
    this.#keys += 1;
    await this.ask(
      username,
      `mutation($id: ID!, $version: Int!, $key: String!) {
        cancelTrade(id: $id, expectedVersion: $version, idempotencyKey: $key) { id } }`,
      { id, version, key: `live-key-${this.#keys}` },
    );
  }

  async trade(username: string, id: string): Promise<LiveTrade & Record<string, unknown>> {
    const query = `query($id: ID!) { trade(id: $id) { ${TRADE} } }`;
    return (await this.ask<{ trade: LiveTrade & Record<string, unknown> }>(username, query, { id }))
      .trade;
  }

  /** Resolves when the trade has this status, to the milliseconds that this took. */
  async status(username: string, id: string, status: string): Promise<number> {
    const from = performance.now();
    await until(
      `${id} to be ${status}`,
      async () => (await this.trade(username, id)).status === status,
      { within: 25_000, every: 50 },
    );
    return performance.now() - from;
  }

  tags(venue: TradierEmulator): readonly (string | null)[] {
    return venue.orders.map(({ tag }) => tag);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.stop();
    await Promise.all([this.sandbox.close(), this.live.close(), this.orats.close()]);
    await this.database.remove();
  }

  #tick(): void {
    for (const venue of [this.sandbox, this.live, this.orats]) venue.now = this.now;
  }
}
