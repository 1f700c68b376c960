import { DexscreenerEmulator } from '../../venues/dexscreener-emulator.ts';
import { JupiterEmulator } from '../../venues/jupiter-emulator.ts';
import { EMULATED_TOKENS, type EmulatedToken } from '../../venues/tokens/emulated-token.ts';
import { until } from '../values/until.ts';
import { ServerProcess } from './server-process.ts';
import { Trader } from './trader.ts';

interface Verdict {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

export interface WirePrice {
  readonly price: string | null;
  readonly confidence: number;
  readonly verdicts: readonly Verdict[];
}

/** A server over emulated Jupiter and DexScreener: a price round each second, a clock ten times as fast. */
export class TokenDesk {
  readonly #prices = new Map(EMULATED_TOKENS.map(({ mint, price }) => [mint, price]));

  private constructor(
    readonly server: ServerProcess,
    readonly jupiter: JupiterEmulator,
    readonly dexscreener: DexscreenerEmulator,
    readonly trader: Trader,
  ) {}

  static async start(): Promise<TokenDesk> {
    const [jupiter, dexscreener] = await Promise.all([
      JupiterEmulator.start(),
      DexscreenerEmulator.start(),
    ]);
    jupiter.plans.set(jupiter.key, 6_000);
    dexscreener.limit = 6_000;
    const env = {
      ...{ JUPITER_URL: jupiter.url, JUPITER_API_KEY: jupiter.key },
      ...{ DEXSCREENER_URL: dexscreener.url, TOKEN_PRICE_SECONDS: '10' },
      ...{ SYNC_SECONDS: '10', SNAPSHOT_SECONDS: '10' },
      ...{ TEST_CLOCK: '2026-03-10T16:00:00Z', TEST_CLOCK_SPEED: '10' },
    };
    const server = await ServerProcess.start({ env });
    return new TokenDesk(server, jupiter, dexscreener, await Trader.signUp(server, 'ada'));
  }

  async close(): Promise<void> {
    await this.server.close();
    await Promise.all([this.jupiter.close(), this.dexscreener.close()]);
  }

  /** Sets a token's price at all sources, as a multiple of its first price. */
  move(mint: string, factor: number): void {
    const token = EMULATED_TOKENS.find((each) => each.mint === mint);
    if (token) this.list({ ...token, price: token.price * factor });
  }

  list(token: EmulatedToken): void {
    this.#prices.set(token.mint, token.price);
    this.jupiter.list(token);
    this.dexscreener.list(token);
  }

  /** Makes all sources answer honestly again. */
  heal(): void {
    this.jupiter.heal();
    this.dexscreener.heal();
    for (const token of EMULATED_TOKENS) this.list(token);
  }

  /** Changes the trader's settings. */
  async settle(change: object): Promise<void> {
    const { settings } = await this.trader.ask<{ settings: { version: number } }>(
      '{ settings { version } }',
    );
    await this.trader.ask(
      'mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }',
      { input: { expectedVersion: settings.version, ...change } },
    );
  }

  async price(mint: string): Promise<WirePrice> {
    const { priceInfo } = await this.trader.ask<{ priceInfo: WirePrice }>(
      `query($mint: String!) { priceInfo(token: $mint) {
        price confidence verdicts { action allowed reason } } }`,
      { mint },
    );
    return priceInfo;
  }

  /** Waits until entries are allowed at the sources' current price; resolves to that price. */
  entry(mint: string): Promise<WirePrice> {
    const told = () => this.#prices.get(mint) ?? 0;
    const isThere = ({ price, verdicts }: WirePrice) =>
      Math.abs(Number(price) / told() - 1) < 0.005 &&
      verdicts.some(({ action, allowed }) => action === 'ENTRY' && allowed);
    return until(
      `an entry into ${mint}`,
      async () => {
        const price = await this.price(mint);
        return isThere(price) ? price : null;
      },
      { within: 40_000, every: 200 },
    );
  }
}
