import { BrokerBusy, BrokerRejected } from '../../ports/broker.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import { ChainUnknown } from '../../ports/solana-chain.ts';
import { NoOrder } from '../../ports/swap-orders.ts';
import { NoRoute } from '../../ports/token-market.ts';

/** Turns the reason why a swap is not prepared into a broker's error. Other errors stay as they are. */
export function asBrokerError(error: unknown): unknown {
  if (error instanceof NoRoute)
    return new BrokerRejected(`nothing routes this swap: ${error.message}`);
  if (error instanceof NoOrder)
    return new BrokerRejected(`Jupiter does not build it: ${error.message}`);
  if (error instanceof MarketDataUnavailable || error instanceof ChainUnknown)
    return new BrokerBusy(error.message);
  return error;
}
