import { BrokerBusy, BrokerRejected } from '../../ports/broker.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import { ChainUnknown } from '../../ports/solana-chain.ts';
import { NoOrder } from '../../ports/swap-orders.ts';
import { NoRoute } from '../../ports/token-market.ts';

/** Why a swap is not prepared, as a broker tells it. What is no such reason stays as it is. */
export function asBrokerError(error: unknown): unknown {
  if (error instanceof NoRoute)
    return new BrokerRejected(`nothing routes this swap: ${error.message}`);
  if (error instanceof NoOrder)
    return new BrokerRejected(`Jupiter does not build it: ${error.message}`);
  if (error instanceof MarketDataUnavailable || error instanceof ChainUnknown)
    return new BrokerBusy(error.message);
  return error;
}
