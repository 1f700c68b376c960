import type { Decimal } from '../../domain/decimal.ts';
import { dec } from '../../domain/decimal.ts';
import type { OrderRole } from '../../domain/order/order.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import { strictest } from '../../domain/risk/check-entry.ts';
import { exitImpactPct } from '../../domain/swap/exit-impact.ts';
import {
  floorByLooks,
  floorByPrice,
  floorByQuote,
} from '../../domain/swap/inspection/swap-floor.ts';
import { SETTLEMENTS } from '../../domain/swap/settlement.ts';
import { leastAtLimit } from '../../domain/swap/swap-bounds.ts';
import type { SwapOrder } from '../../domain/swap/swap-order.ts';
import type { SwapQuote, SwapQuoteAsked } from '../../domain/token/swap-quote.ts';
import { BrokerBusy } from '../../ports/broker.ts';
import type { SwapParts } from './swap-parts.ts';

export interface PricedOrder {
  readonly swap: SwapOrder;
  readonly role: OrderRole;
  readonly asked: SwapQuoteAsked;
  readonly judged: JudgedPrice;
  /** Dollars for one of what it is settled in. */
  readonly each: Decimal;
}

/** What has to come out at least, whatever the venue says; and how far the size itself may move the price. */
export interface Floor {
  readonly floor: bigint;
  /** Percent points; null: no limit is set. */
  readonly maxImpactPct: Decimal | null;
  /** The order's own size as it is quoted now; null where nobody was asked. */
  readonly quoted: SwapQuote | null;
}

type Quote = () => Promise<SwapQuote>;

/**
 * By the price that our sources agree on. Without one nothing is entered; a person sells for no less than what they
 * were quoted less its slippage, and the desk for the worse of two looks.
 */
export async function floorOf(
  parts: Pick<SwapParts, 'limits'>,
  order: PricedOrder,
  quote: Quote,
): Promise<Floor> {
  const { swap, role, judged } = order;
  const limits = await parts.limits();
  const limit = strictest(limits, 'maxPriceImpactPct');
  const maxImpactPct = limit === null ? null : dec(limit);
  if (role === 'ENTRY') {
    if (!judged.price) throw new BrokerBusy('no price is believed to enter at');
    return { ...byPrice(order, judged.price, maxImpactPct), maxImpactPct, quoted: null };
  }
  const byPerson = role === 'CLOSE';
  const quoted = byPerson || !judged.price || swap.limitPrice ? await quote() : null;
  if (!judged.price) return { ...(await byQuotes(order, quoted!, quote)), maxImpactPct: null };
  const impact = exitImpactPct(maxImpactPct, byPerson ? (quoted?.impactPct ?? null) : null);
  return { ...byPrice(order, judged.price, impact), maxImpactPct: null, quoted };
}

function byPrice(
  { swap, asked, each }: PricedOrder,
  price: Decimal,
  maxImpactPct: Decimal | null,
): { readonly floor: bigint } {
  const { decimals } = SETTLEMENTS[swap.token.settlement];
  const settled = { decimals, price: each };
  const token = { decimals: swap.token.decimals, price };
  const [into, out] = swap.pays ? [settled, token] : [token, settled];
  const floor = floorByPrice({
    ...{ inAmount: asked.inAmount, maxImpactPct, slippagePct: swap.slippagePct },
    ...{ inDecimals: into.decimals, inPrice: into.price },
    ...{ outDecimals: out.decimals, outPrice: out.price },
  });
  return { floor };
}

async function byQuotes(
  { role, asked }: PricedOrder,
  quoted: SwapQuote,
  quote: Quote,
): Promise<{ readonly floor: bigint; readonly quoted: SwapQuote }> {
  const { slippageBps } = asked;
  if (role === 'CLOSE') return { floor: floorByQuote(quoted, slippageBps), quoted };
  return { floor: floorByLooks([quoted, await quote()], slippageBps), quoted };
}

/** With the limit of the order itself, which counts whatever the price. */
export function atLimit({ swap, each }: PricedOrder, quoted: SwapQuote | null): bigint {
  return quoted ? leastAtLimit(swap, quoted, each) : 0n;
}
