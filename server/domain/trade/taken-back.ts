import type { CloseRequest, Trade } from './trade.ts';

/** These fields of a close that had no preview and no comparison with the venue before. */
export const UNASKED = { missing: null, confirmedPrice: null } as const;

/** A request to end a trade's entry, without closing anything that it has bought. */
export function takenBack({ quantity }: Pick<Trade, 'quantity'>, at: Date): CloseRequest {
  return {
    ...{ quantity, orderType: 'MARKET', limitPrice: null, role: 'CLOSE' },
    ...{ requestedAt: at, ...UNASKED },
  };
}
