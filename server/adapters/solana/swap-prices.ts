import type { Decimal } from '../../domain/decimal.ts';
import type { AcceptedPrice, JudgedPrice } from '../../domain/price/judged-price.ts';
import { SETTLEMENTS, USDC_PRICE } from '../../domain/swap/settlement.ts';
import type { SwapOrder } from '../../domain/swap/swap-order.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import { BrokerBusy } from '../../ports/broker.ts';
import type { TokenTrading } from '../../ports/token-trading.ts';

/** An older price of SOL still counts network fees; by it no dollars are moved. */
const SOL_LASTS_MS = 120_000;

/** `sol`: the last accepted price of SOL, however old; null: there was never one. */
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

/** Dollars for one of what a swap is settled in. @throws {BrokerBusy} nobody knows SOL's price now. */
export function settledAt(
  { token }: Pick<SwapOrder, 'token'>,
  sol: AcceptedPrice | null,
  now: Date,
): Decimal {
  if (SETTLEMENTS[token.settlement].mint !== SOL_MINT) return USDC_PRICE;
  if (!sol || now.getTime() - sol.at.getTime() > SOL_LASTS_MS)
    throw new BrokerBusy('SOL, in which it is settled, has no price of the last two minutes');
  return sol.price;
}
