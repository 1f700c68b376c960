import { dec } from '../../../server/domain/decimal.ts';
import type { PreparedSwap } from '../../../server/domain/order/prepared-swap.ts';

/** A swap that is inspected and not signed yet. */
export function aPreparedSwap(parts: Partial<PreparedSwap> = {}): PreparedSwap {
  return {
    wallet: 'wallet-1',
    mint: 'mint-1',
    requestId: 'request-1',
    blockhash: 'blockhash-1',
    lastValidHeight: 1_150,
    tokenBefore: dec(0),
    settledBefore: dec(1_000_000_000),
    beforeSlot: 900,
    solPrice: dec(150),
    solPriceAt: new Date('2026-03-10T15:00:00Z'),
    slot: null,
    finalizedAt: null,
    usdcMoved: null,
    solMoved: null,
    ...parts,
  };
}
