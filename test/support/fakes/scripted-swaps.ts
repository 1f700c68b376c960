import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import type { Mint } from '../../../server/domain/ids.ts';
import type { JudgedPrice } from '../../../server/domain/price/judged-price.ts';
import { SETTLEMENTS } from '../../../server/domain/swap/settlement.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import { fromRawUnits } from '../../../server/domain/token/raw-units.ts';
import type { Clock } from '../../../server/ports/clock.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import {
  NoRoute,
  type SwapQuote,
  type SwapQuoteAsked,
  type TokenUrgency,
} from '../../../server/ports/token-market.ts';
import type { TokenTrading } from '../../../server/ports/token-trading.ts';
import { judged, tokenRound } from '../values/token-prices.ts';

export const NO_ROUTE = new NoRoute('Jupiter: NO_ROUTES_FOUND');
export const SILENT = new MarketDataUnavailable('Jupiter: no answer in time');

/** A market of one token, with five decimals, whose quotes the test sets one by one. */
export class ScriptedSwaps implements TokenTrading {
  /** Dollars for one token. */
  price = '0.000003';
  /** SOL's last accepted price in dollars; null when none was ever accepted. */
  solPrice: string | null = '150';
  /** Milliseconds since SOL's price was accepted. */
  solAge = 0;
  /** The prices or errors of the next quotes, in order; later quotes are at `price`. */
  readonly next: (string | Error)[] = [];
  readonly asked: { readonly asked: SwapQuoteAsked; readonly urgency: TokenUrgency }[] = [];

  constructor(private readonly clock: Clock) {}

  async quote(asked: SwapQuoteAsked, urgency: TokenUrgency): Promise<SwapQuote> {
    this.asked.push({ asked, urgency });
    const said = this.next.shift() ?? this.price;
    if (said instanceof Error) throw said;
    const outAmount = this.#out(asked, dec(said));
    return {
      ...{ ...asked, outAmount, leastOutAmount: outAmount, impactPct: dec(0) },
      ...{ platformFeeBps: 10, route: ['orca'], receivedAt: this.clock.now() },
    };
  }

  async judged(mints: readonly Mint[]): Promise<ReadonlyMap<Mint, JudgedPrice>> {
    const { solPrice } = this;
    const known = judged([tokenRound(0, { JUPITER: '1' })]);
    const at = new Date(this.clock.now().getTime() - this.solAge);
    const lastAccepted = solPrice === null ? null : { price: dec(solPrice), at };
    return new Map(mints.map((mint) => [mint, { ...known, mint, lastAccepted }]));
  }

  factsOf = () => Promise.resolve(null);
  watch = () => Promise.resolve();
  judgedWith = (): Promise<never> => Promise.reject(SILENT);

  #out({ inputMint, outputMint, inAmount }: SwapQuoteAsked, price: Decimal): bigint {
    const settled = this.#dollars(inputMint);
    const whole = settled
      ? fromRawUnits(inAmount, settled.decimals).times(settled.each).div(price).times(1e5)
      : this.#sold(outputMint, fromRawUnits(inAmount, 5).times(price));
    return BigInt(whole.floor().toFixed());
  }

  #sold(mint: Mint, dollars: Decimal): Decimal {
    const { each, decimals } = this.#dollars(mint)!;
    return dollars.div(each).times(dec(10).pow(decimals));
  }

  #dollars(mint: Mint) {
    if (mint === USDC_MINT) return { each: dec(1), decimals: SETTLEMENTS.USDC.decimals };
    if (mint !== SOL_MINT) return null;
    return { each: dec(this.solPrice ?? 0), decimals: SETTLEMENTS.SOL.decimals };
  }
}
