import type { Decimal } from '../../domain/decimal.ts';
import type { Limits } from '../../domain/account/settings.ts';
import type { Username } from '../../domain/ids.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import type { TokenQuote } from '../../domain/market/quote.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import { Refusal, type RiskCheck } from '../../domain/refusal.ts';
import { DEAR_SWAP, entrySlippage, swapChecks, WHEN_MET } from '../../domain/risk/check-swap.ts';
import {
  purchaseOf,
  purchaseQuote,
  roundTripPct,
  type Purchase,
  type QuotedPurchase,
} from '../../domain/swap/purchase.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type { SwapQuote } from '../../domain/token/swap-quote.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { withBookRisks } from './book-risks.ts';
import { quoteEntry, type QuotedEntry, type SizedEntry } from './quote-entry.ts';

/** What an entry by swap meets now. */
export interface TokenEntry {
  /** The price, judged with the quote of the order's own size as its third voice. */
  readonly judged: JudgedPrice;
  /** The quote of the order's own size; null where there is none. */
  readonly quote: TokenQuote | null;
  /** Percent points that the order names. */
  readonly slippagePct: Decimal;
  /** Dollars that the order pays; null where none is quoted. */
  readonly pays: Decimal | null;
  readonly checks: readonly RiskCheck[];
}

export interface EntryTerms {
  readonly username: Username;
  readonly limits: readonly Limits[];
  readonly urgency: TokenUrgency;
}

/**
 * Looks at an entry of tokens: quotes its own size, judges the price with that, and applies the rules for swaps
 * alone.
 * @throws {Refusal} BAD_USER_INPUT for a quantity that is too small to route.
 */
export async function lookAtEntry(
  deps: Pick<BookDeps, 'tokens' | 'clock' | 'book' | 'allowedMints'>,
  entry: SizedEntry,
  { username, limits, urgency }: EntryTerms,
): Promise<TokenEntry> {
  const { tokens, clock } = deps;
  const { instrument, quantity } = entry;
  const mint = instrument.symbol;
  const trading = tokens.of(instrument.market, username);
  await trading.watch(username, mint);
  const prices = await trading.judged([mint, SOL_MINT]);
  const before = prices.get(mint)!;
  const slippagePct = entrySlippage(limits);
  const quoted = await quoteEntry(trading, clock, entry, { judged: before, slippagePct, urgency });
  const shared = quoted ? await trading.judgedWith(mint, quoted.bought) : before;
  const judged = await withBookRisks(deps, instrument, username, shared);
  const swap = swapOf(instrument, quoted);
  const checks = swapChecks({ judged, ...swap }, limits);
  const solPrice = prices.get(SOL_MINT)?.lastAccepted?.price ?? null;
  return {
    ...{ judged, slippagePct },
    quote: swap && purchaseQuote(instrument, swap, solPrice),
    pays: swap && swap.unitCost.times(quantity),
    checks: entry.limitPrice ? checks.filter(holdsWhileWaiting) : checks,
  };
}

/** Null where no purchase was quoted. */
function swapOf(token: Token, quoted: QuotedEntry | null): QuotedPurchase | null {
  if (!quoted || 'why' in quoted.bought) return null;
  const purchase = purchaseOf(quoted.bought, token);
  return purchase && { ...purchase, ...withSale(purchase, quoted.sale), bought: quoted.bought };
}

function withSale(purchase: Purchase, sale: SwapQuote | null) {
  return { sale, roundTripPct: sale && roundTripPct(purchase, sale) };
}

/** A limit order pays what it says; what is unknown now is checked when its price is met. */
function holdsWhileWaiting({ rule, passed, actual }: RiskCheck): boolean {
  return !WHEN_MET.has(rule) && (passed || actual !== null);
}

/**
 * Why an entry may not be made at this price, before any other limit: a swap that is too dear is refused whatever
 * its price is worth. `atMarket` false: the order waits for its price.
 */
export function refusedSwap(
  { judged, checks }: TokenEntry,
  { atMarket }: { readonly atMarket: boolean },
): Refusal | null {
  const dear = checks.filter(
    ({ rule, passed, actual }) => DEAR_SWAP.has(rule) && !passed && actual,
  );
  if (dear.length > 0)
    return new Refusal('RISK_DENIED', dear.map(({ message }) => message).join(' '), { checks });
  const verdict = judged.verdicts.find(({ action }) => action === 'ENTRY');
  if (!atMarket || !verdict || verdict.allowed || verdict.code === 'TOKEN_RISK') return null;
  return new Refusal('PRICE_UNTRUSTED', `No price to enter at. ${verdict.reason ?? ''}`.trim());
}
