import type { Decimal } from '../../domain/decimal.ts';
import type { Tag } from '../../domain/ids.ts';
import type { AcceptedPrice } from '../../domain/price/judged-price.ts';
import type { SwapFate } from '../../domain/swap/paper-swap.ts';
import { SETTLEMENTS, USDC_PRICE } from '../../domain/swap/settlement.ts';
import {
  describeOut,
  fillOf,
  leastOut,
  quoteFor,
  whyNotSent,
  type SwapFill,
} from '../../domain/swap/swap-bounds.ts';
import type { SwapOrder } from '../../domain/swap/swap-order.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type { SwapQuote, SwapQuoteAsked } from '../../domain/token/swap-quote.ts';
import { BrokerBusy, BrokerRejected } from '../../ports/broker.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import { NoRoute, type TokenUrgency } from '../../ports/token-market.ts';
import type { TokenTrading } from '../../ports/token-trading.ts';
import type { PaperChain } from './paper-chain.ts';

/** The oldest price of SOL that a swap settles at. An older one still values network fees, which are cents. */
const SOL_LASTS_MS = 120_000;

/** A swap that may be sent, with its first quote. */
export interface QuotedSwap {
  readonly asked: SwapQuoteAsked;
  readonly first: SwapQuote;
  readonly fill: SwapFill;
  readonly solPrice: Decimal;
}

export interface SentSwap {
  readonly fate: SwapFate;
  /** SOL's price when the swap ended. */
  readonly solPrice: Decimal;
}

/**
 * Quotes a swap without sending it.
 * @throws {BrokerRejected} it cannot be had, or not at its price. @throws {BrokerBusy} no source answers now.
 */
export async function quoteSwap(
  swap: SwapOrder,
  market: TokenTrading,
  now: Date,
): Promise<QuotedSwap> {
  const sol = await solPriceOf(market);
  if (!sol) throw new BrokerBusy('SOL, in which the network is paid, has no accepted price');
  const { price: solPrice, at } = sol;
  if (settlesInSol(swap) && now.getTime() - at.getTime() > SOL_LASTS_MS)
    throw new BrokerBusy('SOL, in which it is settled, has no price of the last two minutes');
  const each = settledAt(swap, solPrice);
  const asked = quoteFor(swap, each);
  if (!asked) throw new BrokerRejected(`so little ${swap.token.settlement} cannot be paid`);
  const first = await market.quote(asked, urgencyOf(swap)).catch(notSent);
  const fill = fillOf(swap, first, each);
  const why = whyNotSent(swap, fill);
  if (why !== null) throw new BrokerRejected(why);
  return { asked, first, fill, solPrice };
}

interface Sending {
  readonly tag: Tag;
  readonly market: TokenTrading;
  readonly chain: PaperChain;
}

/** Sends a quoted swap on paper: time passes, and a second quote of the same input decides. */
export async function sendSwap(
  swap: SwapOrder,
  quoted: QuotedSwap,
  { tag, market, chain }: Sending,
): Promise<SentSwap> {
  await chain.latency();
  const solPrice = (await solPriceOf(market))?.price ?? quoted.solPrice;
  const fate = chain.neverLands(tag)
    ? lost('no block took it before it expired')
    : await fateOf(swap, quoted, market, solPrice);
  return { fate, solPrice };
}

async function fateOf(
  swap: SwapOrder,
  { asked, first, solPrice: before }: QuotedSwap,
  market: TokenTrading,
  solPrice: Decimal,
): Promise<SwapFate> {
  const least = leastOut(swap, first, settledAt(swap, before));
  try {
    const second = await market.quote(asked, urgencyOf(swap));
    if (second.outAmount >= least)
      return { kind: 'LANDED', fill: fillOf(swap, second, settledAt(swap, solPrice)) };
    const got = describeOut(swap, second.outAmount);
    return reverted(`it would have got ${got}, less than ${describeOut(swap, least)}`);
  } catch (error) {
    if (error instanceof NoRoute) return reverted(`nothing routes it any more: ${error.message}`);
    if (!(error instanceof MarketDataUnavailable)) throw error;
    return lost(`no price came for the block to fill it (${error.message})`);
  }
}

function reverted(why: string): SwapFate {
  return {
    kind: 'REVERTED',
    reason: `the swap failed on chain with 6001 SlippageToleranceExceeded: ${why}`,
  };
}

function lost(why: string): SwapFate {
  return { kind: 'LOST', reason: `the swap never landed: ${why}` };
}

/** Dollars for one of the token in which the swap settles. */
function settledAt(swap: SwapOrder, solPrice: Decimal): Decimal {
  return settlesInSol(swap) ? solPrice : USDC_PRICE;
}

function settlesInSol({ token }: SwapOrder): boolean {
  return SETTLEMENTS[token.settlement].mint === SOL_MINT;
}

async function solPriceOf(market: TokenTrading): Promise<AcceptedPrice | null> {
  return (await market.judged([SOL_MINT])).get(SOL_MINT)?.lastAccepted ?? null;
}

function urgencyOf({ pays }: SwapOrder): TokenUrgency {
  return pays ? 'ENTRY' : 'EXIT';
}

function notSent(error: unknown): never {
  if (error instanceof NoRoute)
    throw new BrokerRejected(`nothing routes this swap: ${error.message}`);
  if (error instanceof MarketDataUnavailable) throw new BrokerBusy(error.message);
  throw error;
}
