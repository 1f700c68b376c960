import type { Order } from '../../domain/order/order.ts';
import type { PreparedSwap } from '../../domain/order/prepared-swap.ts';
import type { SwapFate } from '../../domain/order/venue-order.ts';
import type { AcceptedPrice } from '../../domain/price/judged-price.ts';
import { bookedMove, mayBeSwap } from '../../domain/swap/booked-moves.ts';
import { coinsMoved, landedReport } from '../../domain/swap/landed-swap.ts';
import { SETTLEMENTS } from '../../domain/swap/settlement.ts';
import type { SwapOrder } from '../../domain/swap/swap-order.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type { LandedTransaction } from '../../ports/solana-chain.ts';
import type { SwapParts } from './swap-parts.ts';
import { walletSides } from './wallet-sides.ts';

const URGENCY = 'EXIT';

/** A swap that was signed. */
export interface SignedSwapOrder {
  readonly swap: SwapOrder;
  readonly order: Order;
  readonly prepared: PreparedSwap;
  readonly signature: string;
}

/** What became of a swap, according to our own RPC alone. @throws {ChainUnknown} */
export async function swapFate(parts: SwapParts, of: SignedSwapOrder): Promise<SwapFate> {
  const { chain } = parts;
  const final = await chain.landed(of.signature, 'finalized', URGENCY);
  const transaction = final ?? (await chain.landed(of.signature, 'confirmed', URGENCY));
  if (transaction) return landed(parts, of, transaction, final !== null);
  return (await isAbsent(parts, of)) ? { kind: 'ABSENT' } : { kind: 'OPEN' };
}

async function landed(
  { tokens, username, clock, signer }: SwapParts,
  { swap, order, prepared }: SignedSwapOrder,
  transaction: LandedTransaction,
  isFinal: boolean,
): Promise<SwapFate> {
  // Uses the price stored before the send, however late it is booked: no later price is of that moment.
  const stored = prepared.solPrice && { price: prepared.solPrice, at: prepared.solPriceAt };
  const sol = stored ?? (await lastOfSol(tokens.of(swap.token.market, username)));
  const of = { wallet: signer.address, token: swap.token, order, solPrice: sol?.price ?? null };
  const slot = Number(transaction.slot);
  // It is checked again until its fees have a price.
  const finalizedAt = isFinal && sol ? clock.now() : null;
  const priced = { solPrice: sol?.price ?? null, solPriceAt: sol?.at ?? null };
  const report = landedReport(transaction, of);
  const coins = coinsMoved(transaction, signer.address);
  return {
    kind: 'LANDED',
    report: { ...report, landed: { slot, finalizedAt, ...priced, ...coins } },
  };
}

async function lastOfSol(
  market: ReturnType<SwapParts['tokens']['of']>,
): Promise<AcceptedPrice | null> {
  return (await market.judged([SOL_MINT])).get(SOL_MINT)?.lastAccepted ?? null;
}

/**
 * Whether no block has the swap and none can take it: a final block is past its last height, an answer of a
 * later slot has no trace of it, and the wallet did not move as the swap would have moved it.
 */
async function isAbsent(parts: SwapParts, of: SignedSwapOrder): Promise<boolean> {
  const { chain } = parts;
  const { prepared, signature, swap } = of;
  const tip = await chain.tip('finalized', URGENCY);
  if (tip.blockHeight <= BigInt(prepared.lastValidHeight)) return false;
  const { slot, statuses } = await chain.signatureStatuses([signature], URGENCY);
  if (slot < tip.slot || statuses.length !== 1 || statuses[0] !== null) return false;
  // A swap booked from a block that vanished has no earlier balance to compare with.
  return prepared.slot !== null || !(await hasMoved(parts, prepared, swap, tip.slot));
}

/** Leaves out what was booked since then, fees included: that can neither hide this swap nor pass for it. */
async function hasMoved(
  parts: SwapParts,
  { tokenBefore, settledBefore, beforeSlot }: PreparedSwap,
  swap: SwapOrder,
  slot: bigint,
): Promise<boolean> {
  const { symbol, settlement } = swap.token;
  const now = await walletSides(parts, swap.token, URGENCY, slot);
  const booked = beforeSlot === null ? [] : await parts.landed.between(beforeSlot, now.slot);
  return mayBeSwap(swap, {
    token: now.token.minus(tokenBefore).minus(bookedMove(booked, symbol)),
    settled: now.settled
      .minus(settledBefore)
      .minus(bookedMove(booked, SETTLEMENTS[settlement].mint)),
  });
}
