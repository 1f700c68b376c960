import type { Mint, Username } from '../../domain/ids.ts';
import { gateQuote, type NoQuote } from '../../domain/price/gate-quote.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import type {
  SwapQuote,
  SwapQuoteAsked,
  TokenFacts,
  TokenUrgency,
} from '../../ports/token-market.ts';
import type { TokenTrading } from '../../ports/token-trading.ts';
import { decimalsOf, withRounds } from './gate-round.ts';
import type { PriceDeps } from './price-deps.ts';
import { judgeFrom, readEvidence } from './price-evidence.ts';
import type { ReadPrice } from './read-price.ts';

/** How long facts are good enough to trade by, in milliseconds; unknown tokens may be a minute old, so briefer. */
const LASTS_MS = { known: 3_600_000, unknown: 60_000 } as const;

/** One market's tokens, as trades need them. */
export class TradeTokens implements TokenTrading {
  constructor(
    private readonly deps: PriceDeps,
    private readonly read: ReadPrice,
    private readonly payer?: Username,
  ) {}

  /** The same tokens, with quotes asked for by a user's own key. */
  paidBy(username: Username): TradeTokens {
    return new TradeTokens(this.deps, this.read, username);
  }

  async factsOf(mint: Mint): Promise<TokenFacts | null> {
    const { store, market, clock } = this.deps;
    const known = (await store.facts.factsOf([mint])).get(mint);
    const now = clock.now();
    const lasts = known?.facts ? LASTS_MS.known : LASTS_MS.unknown;
    if (known && now.getTime() - known.knownAt.getTime() < lasts) return known.facts;
    const told = await market.factsOf([mint]);
    await store.facts.learn([mint], [...told.values()], now);
    return told.get(mint) ?? null;
  }

  watch(username: Username, mint: Mint): Promise<void> {
    return this.read.ready(username, mint);
  }

  async judged(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, JudgedPrice>> {
    const terms = this.#terms();
    const judge = judgeFrom(await readEvidence(this.deps.store, mints, terms), terms);
    return new Map(mints.map((mint) => [mint, judge(mint)]));
  }

  async judgedWith(mint: Mint, quote: SwapQuote | NoQuote): Promise<JudgedPrice> {
    const terms = this.#terms();
    const evidence = await readEvidence(this.deps.store, [mint], terms);
    const decimals = decimalsOf(evidence.facts, mint);
    if (decimals === null) return judgeFrom(evidence, terms)(mint);
    const { observation, size } = gateQuote(mint, decimals, quote);
    const round = { mint, at: terms.now, observations: [observation], quoteSize: size };
    return judgeFrom(withRounds(evidence, [round]), terms)(mint);
  }

  quote(asked: SwapQuoteAsked, urgency: TokenUrgency): Promise<SwapQuote> {
    return this.deps.market.quote(asked, urgency, this.payer);
  }

  #terms() {
    return { now: this.deps.clock.now(), roundMs: this.deps.roundMs };
  }
}
