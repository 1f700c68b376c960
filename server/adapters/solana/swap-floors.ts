import type { Decimal } from '../../domain/decimal.ts';
import { dec } from '../../domain/decimal.ts';
import type { OrderRole } from '../../domain/order/order.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import { strictest } from '../../domain/risk/check-entry.ts';
import {
  floorByLooks,
  floorByPrice,
  floorByQuote,
  slippageAbove,
} from '../../domain/swap/inspection/swap-floor.ts';
import { SETTLEMENTS } from '../../domain/swap/settlement.ts';
import { leastAtLimit } from '../../domain/swap/swap-bounds.ts';
import type { SwapOrder } from '../../domain/swap/swap-order.ts';
import { entryImpactPct, exitImpactPct } from '../../domain/swap/own-impact.ts';
import type { SwapQuote, SwapQuoteAsked } from '../../domain/token/swap-quote.ts';
import { BrokerBusy, BrokerRejected, InspectionRefused } from '../../ports/broker.ts';
import type { SwapParts } from './swap-parts.ts';

export interface PricedOrder {
  readonly swap: SwapOrder;
  readonly role: OrderRole;
  readonly asked: SwapQuoteAsked;
  readonly judged: JudgedPrice;
  /** Dollars for one settlement token; null: unknown, so the floor is known in raw settlement units alone. */
  readonly each: Decimal | null;
  /** Dollars for one token in the quote that a person confirmed for a close; null: no person confirmed one. */
  readonly confirmed: Decimal | null;
}

export interface Bounds {
  /** Raw units that must come out at least, whatever the venue says. */
  readonly floor: bigint;
  /** Slippage to order with, so that the swap never gets less than its floor. */
  readonly slippageBps: number;
  /** Percent points of impact that the venue's order may state; null: no limit is set. */
  readonly maxImpactPct: Decimal | null;
}

type Quote = () => Promise<SwapQuote>;

/** Basis points of the room above the floor, kept for price moves between quote and order. */
const SPARE_BPS = 10;

/**
 * The bounds of an order by the judged price. Without one nothing is entered, a person's close gets at least the
 * confirmed and the quoted price, each less its slippage, and the desk's exit the worse of two quotes.
 * @throws {InspectionRefused} @throws {BrokerRejected} its limit is not met. @throws {BrokerBusy}
 */
export async function boundsOf(
  { limits }: Pick<SwapParts, 'limits'>,
  order: PricedOrder,
  quote: Quote,
): Promise<Bounds> {
  const set = strictest(await limits(), 'maxPriceImpactPct');
  const limit = set === null ? null : dec(set);
  const quoted = await quote();
  const atLimit = order.each ? leastAtLimit(order.swap, quoted, order.each) : 0n;
  if (quoted.outAmount < atLimit) throw new BrokerRejected('its limit is not met, fees inside');
  const byMarket = await floorOf(order, { quoted, limit }, quote);
  const floor = atLimit > byMarket ? atLimit : byMarket;
  const room = slippageAbove(quoted.outAmount, floor, order.asked.slippageBps);
  if (room === null) throw tooLittle(quoted.outAmount, floor);
  const spare = room < order.asked.slippageBps ? Math.min(SPARE_BPS, Math.floor(room / 2)) : 0;
  const maxImpactPct = order.role === 'ENTRY' ? limit : null;
  return { floor, slippageBps: room - spare, maxImpactPct };
}

async function floorOf(
  order: PricedOrder,
  { quoted, limit }: { readonly quoted: SwapQuote; readonly limit: Decimal | null },
  quote: Quote,
): Promise<bigint> {
  const { role, asked, judged, each } = order;
  const priced = judged.price && each && { token: judged.price, each };
  if (role === 'ENTRY') {
    if (!priced) throw new BrokerBusy('no price is believed to enter at');
    return byPrice(order, priced, entryImpactPct(limit, quoted.impactPct));
  }
  const byPerson = role === 'CLOSE';
  if (priced)
    return byPrice(order, priced, exitImpactPct(limit, byPerson ? quoted.impactPct : null));
  if (!byPerson) return floorByLooks([quoted, await quote()], asked.slippageBps);
  const atConfirmed = confirmedFloor(order);
  const atQuote = floorByQuote(quoted, asked.slippageBps);
  // A difference of one raw unit comes from rounding the price and is no fall.
  return atConfirmed > atQuote + 1n ? atConfirmed : atQuote;
}

/** Allows for no impact: the confirmed quote was of this very size and includes it. */
function confirmedFloor(order: PricedOrder): bigint {
  const { confirmed, each } = order;
  return confirmed && each ? byPrice(order, { token: confirmed, each }, dec(0)) : 0n;
}

function byPrice(
  { swap, asked }: PricedOrder,
  price: { readonly token: Decimal; readonly each: Decimal },
  maxImpactPct: Decimal,
): bigint {
  const settled = { decimals: SETTLEMENTS[swap.token.settlement].decimals, price: price.each };
  const token = { decimals: swap.token.decimals, price: price.token };
  const [into, out] = swap.pays ? [settled, token] : [token, settled];
  return floorByPrice({
    ...{ inAmount: asked.inAmount, maxImpactPct, slippagePct: swap.slippagePct },
    ...{ inDecimals: into.decimals, inPrice: into.price },
    ...{ outDecimals: out.decimals, outPrice: out.price },
  });
}

function tooLittle(out: bigint, floor: bigint): InspectionRefused {
  const message = `it would get ${out} raw units, and its price asks for ${floor} at least`;
  const check = { rule: 'OUTPUT_FLOOR', passed: false, message: `${message}.` };
  const limits = { limit: String(floor), actual: String(out) };
  return new InspectionRefused(message, [{ ...check, ...limits }]);
}
