import type { Decimal } from '../../domain/decimal.ts';
import type { Order } from '../../domain/order/order.ts';
import type { PreparedSwap } from '../../domain/order/prepared-swap.ts';
import { fillOf, quoteFor, whyNotSent } from '../../domain/swap/swap-bounds.ts';
import { readSwap, type SwapOrder } from '../../domain/swap/swap-order.ts';
import {
  BrokerRejected,
  InspectionRefused,
  type PreparedOrder,
  type Submission,
} from '../../ports/broker.ts';
import type { InspectedSwap } from '../../ports/swap-inspection.ts';
import type { SwapOffer } from '../../ports/swap-orders.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import { asBrokerError } from './as-broker-error.ts';
import { signSwap } from './sign-swap.ts';
import { boundsOf, type PricedOrder } from './swap-floors.ts';
import type { SwapParts } from './swap-parts.ts';
import { pricesOf, settledAt } from './swap-prices.ts';
import { checkHeld, walletSides } from './wallet-sides.ts';

const MARKET = 'SOLANA';

/**
 * Has Jupiter build a swap for the wallet and inspects what it would really do. It never signs.
 * @throws {InspectionRefused} @throws {BrokerRejected} @throws {BrokerBusy}
 */
export async function prepareSwap(
  parts: SwapParts,
  submission: Submission,
): Promise<PreparedOrder> {
  const { swap, order } = swapOf(submission);
  const confirmed = submission.confirmedPrice ?? null;
  try {
    return await prepared(parts, swap, { order, confirmed });
  } catch (error) {
    throw asBrokerError(error);
  }
}

/** A submission as the one swap that it is. @throws {BrokerRejected} it is no swap. */
export function swapOf(submission: Submission): {
  readonly swap: SwapOrder;
  readonly order: Order;
} {
  const read = readSwap(submission);
  const [order] = submission.orders;
  if ('why' in read) throw new BrokerRejected(read.why);
  if (!order) throw new BrokerRejected('a swap is a single order');
  return { swap: read.swap, order };
}

async function prepared(
  parts: SwapParts,
  swap: SwapOrder,
  { order, confirmed }: { readonly order: Order; readonly confirmed: Decimal | null },
): Promise<PreparedOrder> {
  if (swap.token.market !== MARKET)
    throw new BrokerRejected('a simulated token is never bought or sold for real');
  const { username, signer, tokens, clock } = parts;
  const market = tokens.of(MARKET, username);
  const { judged, sol } = await pricesOf(market, swap);
  const each = settledAt(swap, sol, clock.now());
  const asked = quoteFor(swap, each);
  if (!asked) throw new BrokerRejected(`so little ${swap.token.settlement} cannot be paid`);
  const urgency: TokenUrgency = swap.pays ? 'ENTRY' : 'EXIT';
  // A node that has not seen the last booked swap would still show what that swap has spent.
  const last = await parts.landed.lastSlot();
  const before = await walletSides(parts, swap.token, urgency, BigInt(last ?? 0));
  checkHeld(swap, asked, before);
  const priced = { swap, role: order.role, asked, judged, each, confirmed };
  const { offer, inspected } = await inspectedOffer(parts, priced, urgency);
  const { requestId, blockhash } = inspected;
  const kept: PreparedSwap = {
    ...{ wallet: signer.address, mint: swap.token.symbol, requestId, blockhash },
    ...{ lastValidHeight: Number(inspected.lastValidBlockHeight) },
    ...{ tokenBefore: before.token, settledBefore: before.settled },
    beforeSlot: before.slot,
    ...{ solPrice: sol?.price ?? null, solPriceAt: sol?.at ?? null },
    ...{ slot: null, finalizedAt: null, usdcMoved: null, solMoved: null },
  };
  checkPrice(swap, offer, each);
  return { swap: kept, sign: () => signSwap(parts, inspected) };
}

async function inspectedOffer(
  parts: SwapParts,
  order: PricedOrder,
  urgency: TokenUrgency,
): Promise<{ readonly offer: SwapOffer; readonly inspected: InspectedSwap }> {
  const { swap, asked } = order;
  const { username, signer, orders, inspector, tokens } = parts;
  const quote = () => tokens.of(MARKET, username).quote(asked, urgency);
  const { floor, slippageBps, maxImpactPct } = await boundsOf(parts, order, quote);
  const offer = await orders.order(
    { ...asked, slippageBps, taker: signer.address },
    urgency,
    username,
  );
  const terms = {
    ...({ purpose: swap.pays ? 'ENTRY' : 'EXIT', wallet: signer.address } as const),
    ...{ inputMint: asked.inputMint, outputMint: asked.outputMint, inAmount: asked.inAmount },
    ...{ floor, slippageBps, maxImpactPct },
  };
  const inspection = await inspector.inspect(terms, offer);
  if (inspection.swap) return { offer, inspected: inspection.swap };
  const failed = inspection.checks.filter(({ passed }) => !passed);
  const why = failed.map(({ message }) => message.replace(/\.$/, '')).join('; ');
  throw new InspectionRefused(why || 'the inspection refuses it', inspection.checks);
}

/** Refuses a purchase whose price has moved since the decision. */
function checkPrice(swap: SwapOrder, offer: SwapOffer, each: Decimal | null): void {
  if (!each) return;
  const why = whyNotSent(swap, fillOf(swap, offer, each));
  if (why !== null) throw new BrokerRejected(why);
}
