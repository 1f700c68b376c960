import { honestPairs, type EmulatedPair } from './tokens/dexscreener-wire.ts';
import { EMULATED_TOKENS, SOL, type EmulatedToken } from './tokens/emulated-token.ts';
import { SlidingQuota } from './tokens/sliding-quota.ts';
import { WireServer, type Answer, type Arrived, type Misfortune } from './wire-server.ts';

/** DexScreener's route of pairs, over real HTTP. */
export class DexscreenerEmulator {
  limit = 300;
  readonly quota = new SlidingQuota();
  readonly #tokens = new Map<string, EmulatedToken>();
  readonly #pairs = new Map<string, unknown>();
  #wire!: WireServer;

  static async start(tokens = EMULATED_TOKENS): Promise<DexscreenerEmulator> {
    const emulator = new DexscreenerEmulator();
    for (const token of tokens) emulator.list(token);
    emulator.#wire = await WireServer.listen({
      prefix: '',
      gate: () => emulator.#gate(),
      now: () => emulator.quota.now(),
      routes: [
        { name: 'GET /token-pairs/v1/:chain/:mint', handle: ({ parts }) => emulator.#of(parts) },
      ],
    });
    return emulator;
  }

  /** The value of `DEXSCREENER_URL`. */
  get url(): string {
    return this.#wire.url;
  }

  get requests(): readonly Arrived[] {
    return this.#wire.requests;
  }

  fail(misfortune: Misfortune, times = 1): void {
    this.#wire.fail('GET /token-pairs/v1/:chain/:mint', misfortune, times);
  }

  heal(): void {
    this.#wire.heal();
    this.#pairs.clear();
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  /** Lists a token with honest pools, or replaces its data. */
  list(token: EmulatedToken): void {
    this.#tokens.set(token.mint, token);
  }

  /** The honest answer about a token. */
  honest(mint: string): readonly EmulatedPair[] {
    const token = this.#tokens.get(mint);
    const sol = this.#tokens.get(SOL);
    return token && sol ? honestPairs(token, sol.price) : [];
  }

  /** Sets the answer about a mint from now on, whatever it is. */
  answer(mint: string, pairs: unknown): void {
    this.#pairs.set(mint, pairs);
  }

  /** Makes all pools of a token show a price that is `factor` times the true one. */
  misprice(mint: string, factor: number): void {
    const token = this.#tokens.get(mint);
    const sol = this.#tokens.get(SOL);
    if (!token || !sol) return;
    this.answer(mint, honestPairs({ ...token, price: token.price * factor }, sol.price));
  }

  #of({ chain, mint = '' }: Arrived['parts']): Answer {
    if (chain !== 'solana') return { json: [] };
    return { json: this.#pairs.has(mint) ? this.#pairs.get(mint) : this.honest(mint) };
  }

  #gate(): Answer | null {
    const refused = this.quota.take('', this.limit);
    return refused && { status: 429, text: 'Too Many Requests' };
  }
}
