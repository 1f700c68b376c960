import type { Decimal } from '../../domain/decimal.ts';
import type { AcceptedPrice, JudgedPrice } from '../../domain/price/judged-price.ts';
import { SETTLEMENTS, USDC_PRICE } from '../../domain/swap/settlement.ts';
import type { SwapOrder } from '../../domain/swap/swap-order.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import { BrokerBusy } from '../../ports/broker.ts';
import type { TokenTrading } from '../../ports/token-trading.ts';

/** The oldest price of SOL that a swap settles at. An older one still values network fees. */
const SOL_LASTS_MS = 120_000;

/** `sol`: the last accepted price of SOL, however old; null: there never was one. */
export async function pricesOf(
  market: TokenTrading,
  { token }: Pick<SwapOrder, 'token'>,
): Promise<{ readonly judged: JudgedPrice; readonly sol: AcceptedPrice | null }> {
  const prices = await market.judged([...new Set([token.symbol, SOL_MINT])]);
  return {
    judged: prices.get(token.symbol)!,
    sol: prices.get(SOL_MINT)?.lastAccepted ?? null,
  };
}

/**
 * Dollars for one of the token in which a swap settles; null: SOL's price is unknown now, and a sale at the
 * market still goes out. @throws {BrokerBusy} it is a purchase or has a limit, and those are in dollars.
 */
export function settledAt(
  { token, pays, limitPrice }: Pick<SwapOrder, 'token' | 'pays' | 'limitPrice'>,
  sol: AcceptedPrice | null,
  now: Date,
): Decimal | null {
  if (SETTLEMENTS[token.settlement].mint !== SOL_MINT) return USDC_PRICE;
  if (sol && now.getTime() - sol.at.getTime() <= SOL_LASTS_MS) return sol.price;
  if (!pays && !limitPrice) return null;
  throw new BrokerBusy('SOL, in which it is settled, has no price of the last two minutes');
}
