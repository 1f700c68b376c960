import type { CloseRequest, Trade } from './trade.ts';

/** Of a close that nobody was shown before. */
export const UNASKED = { missing: null, confirmedPrice: null } as const;

/** What asks for the end of a trade's entry, and of nothing that it has bought. */
export function takenBack({ quantity }: Pick<Trade, 'quantity'>, at: Date): CloseRequest {
  return {
    ...{ quantity, orderType: 'MARKET', limitPrice: null, role: 'CLOSE' },
    ...{ requestedAt: at, ...UNASKED },
  };
}
