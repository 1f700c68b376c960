import type { CloseRequest, Trade } from './trade.ts';

/** What asks for the end of a trade's entry, and of nothing that it has bought. */
export function takenBack({ quantity }: Pick<Trade, 'quantity'>, at: Date): CloseRequest {
  return {
    ...{ quantity, orderType: 'MARKET', limitPrice: null, role: 'CLOSE' },
    ...{ requestedAt: at, missing: null },
  };
}
