import type { Decimal } from '../decimal.ts';
import type { Token } from '../instrument/instrument.ts';
import type { TokenQuote } from '../market/quote.ts';
import type { SwapQuote } from '../token/swap-quote.ts';
import { salePrice } from './quoted.ts';
import { swapFee } from './swap-costs.ts';

/** The price of one token in the sale of a quantity for USDC. `solPrice` null: the network's fee is not known. */
export function saleQuote(token: Token, swap: SwapQuote, solPrice: Decimal | null): TokenQuote {
  const { receivedAt } = swap;
  return {
    ...{ assetClass: 'TOKEN', symbol: token.symbol, last: null, ask: null, volume: null },
    bid: salePrice(token, swap),
    ...{ source: 'jupiter', sourceTime: receivedAt, receivedAt, delayed: false },
    swapFee: solPrice && swapFee(solPrice, { opensAccount: false }),
  };
}
