import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import type { Mint } from '../../../server/domain/ids.ts';
import { gateQuote, type NoQuote } from '../../../server/domain/price/gate-quote.ts';
import { judgePrice } from '../../../server/domain/price/judge-price.ts';
import type { JudgedPrice } from '../../../server/domain/price/judged-price.ts';
import {
  PRICE_SOURCES,
  type Observation,
  type PriceRound,
  type PriceSource,
  type Unpriced,
} from '../../../server/domain/price/observation.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import {
  NoRoute,
  type SwapQuote,
  type SwapQuoteAsked,
  type TokenFacts,
  type TokenUrgency,
} from '../../../server/ports/token-market.ts';
import type { TokenMarkets, TokenTrading } from '../../../server/ports/token-trading.ts';
import type { FakeClock } from './fake-clock.ts';

export const ROUND_MS = 10_000;
/** The number of rounds that make a history long enough for entries. */
const ROUNDS_BEFORE = 8;
const USDC_DECIMALS = 6;

/** What each source answers in a round: a price, or an `Unpriced`. */
export type SaidPrice = Partial<Record<PriceSource, string>>;

/**
 * Tokens whose prices, quotes and silences the test sets. Prices are judged from rounds by the real rules; a
 * quote follows the last price unless the test says another. It serves as every market.
 */
export class FakeTokenTrading implements TokenTrading, TokenMarkets {
  readonly asked: { readonly asked: SwapQuoteAsked; readonly urgency: TokenUrgency }[] = [];
  /** For each judging of prices, the number of mints that it judged at once. */
  readonly judgements: number[] = [];
  /** Percent points that a swap of any size moves its price. */
  impactPct = '0.1';
  /** What becomes of a request for a quote; HANGS is never answered. */
  quoting: 'ANSWERS' | 'SILENT' | 'PUT_OFF' | 'NO_ROUTE' | 'HANGS' = 'ANSWERS';
  /** Runs before a quote is answered. */
  beforeQuote: (asked: SwapQuoteAsked) => Promise<void> = async () => undefined;
  readonly #rounds = new Map<Mint, PriceRound[]>();
  readonly #said = new Map<Mint, SaidPrice>();
  readonly #quoted = new Map<Mint, Decimal>();
  readonly #decimals = new Map<Mint, number>();

  constructor(private readonly clock: FakeClock) {
    this.list(SOL_MINT, '150', 9);
    this.list(USDC_MINT, '1', USDC_DECIMALS);
  }

  of(): this {
    return this;
  }

  /** A token with a history at this price. */
  list(mint: Mint, price: string, decimals: number): void {
    this.#decimals.set(mint, decimals);
    this.tell(mint, price);
    const end = this.clock.now().getTime();
    const ages = Array.from({ length: ROUNDS_BEFORE }, (_, n) => ROUNDS_BEFORE - 1 - n);
    const rounds = ages.map((age) => this.#round(mint, new Date(end - age * ROUND_MS)));
    this.#rounds.set(mint, rounds);
  }

  /** Sets what sources answer from the next round on: one price for all, or one each; the rest is not asked. */
  tell(mint: Mint, said: string | SaidPrice): void {
    const all = typeof said === 'string';
    this.#said.set(mint, all ? { JUPITER: said, DEXSCREENER: said, QUOTE: said } : said);
  }

  /** Sets the dollars at which one token is quoted, before the impact; null quotes its last price again. */
  quoteAt(mint: Mint, price: string | null): void {
    if (price === null) this.#quoted.delete(mint);
    else this.#quoted.set(mint, dec(price));
  }

  /** Lets time pass through the next rounds. */
  pass(rounds = 1): void {
    for (let n = 0; n < rounds; n += 1) {
      const at = this.clock.advance(ROUND_MS);
      for (const [mint, before] of this.#rounds) before.push(this.#round(mint, at));
    }
  }

  async judged(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, JudgedPrice>> {
    this.judgements.push(mints.length);
    return new Map(mints.map((mint) => [mint, this.#judge(mint, [])]));
  }

  async judgedWith(mint: Mint, quote: SwapQuote | NoQuote): Promise<JudgedPrice> {
    const { observation, size } = gateQuote(mint, this.decimalsOf(mint), quote);
    const at = this.clock.now();
    return this.#judge(mint, [{ mint, at, observations: [observation], quoteSize: size }]);
  }

  async quote(asked: SwapQuoteAsked, urgency: TokenUrgency): Promise<SwapQuote> {
    this.asked.push({ asked, urgency });
    await this.beforeQuote(asked);
    if (this.quoting === 'HANGS') return new Promise(() => undefined);
    if (this.quoting === 'NO_ROUTE') throw new NoRoute('no route');
    if (this.quoting !== 'ANSWERS')
      throw new MarketDataUnavailable('no quote', this.quoting === 'PUT_OFF');
    const impactPct = dec(this.impactPct);
    const out = this.#valueOf(asked).times(dec(100).minus(impactPct).div(100));
    const outAmount = BigInt(out.floor().toFixed());
    const leastOutAmount = (outAmount * BigInt(10_000 - asked.slippageBps)) / 10_000n;
    const receivedAt = this.clock.now();
    return {
      ...{ ...asked, outAmount, leastOutAmount, impactPct, platformFeeBps: 0, route: ['fake'] },
      receivedAt,
    };
  }

  async factsOf(mint: Mint): Promise<TokenFacts | null> {
    const decimals = this.#decimals.get(mint);
    if (decimals === undefined) return null;
    return {
      ...{ mint, ticker: mint.slice(0, 4), name: `Token ${mint.slice(0, 4)}`, decimals },
      ...{ tokenProgram: null, hasMintAuthority: false, hasFreezeAuthority: false },
      ...{ suspicious: false, verified: true, topHoldersPct: null, organicScore: null },
      createdAt: null,
    };
  }

  async watch(): Promise<void> {}

  decimalsOf(mint: Mint): number {
    const decimals = this.#decimals.get(mint);
    if (decimals === undefined) throw new Error(`The test lists no token ${mint}.`);
    return decimals;
  }

  /** Raw units of the output, before the impact. */
  #valueOf({ inputMint, outputMint, inAmount }: SwapQuoteAsked): Decimal {
    const whole = dec(inAmount.toString()).div(dec(10).pow(this.decimalsOf(inputMint)));
    const value = whole.times(this.quotedAt(inputMint)).div(this.quotedAt(outputMint));
    return value.times(dec(10).pow(this.decimalsOf(outputMint)));
  }

  /** Dollars at which one token is quoted, before the impact. */
  quotedAt(mint: Mint): Decimal {
    const said = this.#quoted.get(mint) ?? lastPrice(this.#rounds.get(mint) ?? []);
    if (!said) throw new Error(`No price of ${mint} was told.`);
    return said;
  }

  #judge(mint: Mint, more: readonly PriceRound[]): JudgedPrice {
    const rounds = [...(this.#rounds.get(mint) ?? []), ...more];
    return judgePrice(mint, rounds, { now: this.clock.now(), roundMs: ROUND_MS });
  }

  #round(mint: Mint, at: Date): PriceRound {
    const said = this.#said.get(mint) ?? {};
    const observations = PRICE_SOURCES.flatMap((source) => {
      const word = said[source];
      return word === undefined ? [] : [observed(source, word, at)];
    });
    return { mint, at, observations, quoteSize: null };
  }
}

function observed(source: PriceSource, word: string, receivedAt: Date): Observation {
  const hardLiquidityUsd = source === 'DEXSCREENER' ? dec(5_000_000) : null;
  const base = { source, receivedAt, hardLiquidityUsd };
  return /^\d/.test(word)
    ? { ...base, price: dec(word), width: dec('0.001'), blockId: null, refused: null }
    : { ...base, price: null, refused: word as Unpriced };
}

function lastPrice(rounds: readonly PriceRound[]): Decimal | null {
  const prices = rounds.flatMap(({ observations }) =>
    observations.flatMap(({ price }) => price ?? []),
  );
  return prices.at(-1) ?? null;
}
