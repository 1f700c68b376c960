import { dec, type Decimal } from '../../domain/decimal.ts';
import type { Mint } from '../../domain/ids.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import { SETTLEMENTS } from '../../domain/swap/settlement.ts';
import type { SwapOrder } from '../../domain/swap/swap-order.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import { fromRawUnits } from '../../domain/token/raw-units.ts';
import type { SwapQuoteAsked } from '../../domain/token/swap-quote.ts';
import { BrokerRejected } from '../../ports/broker.ts';
import type { WalletHoldings } from '../../ports/solana-chain.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import type { SwapParts } from './swap-parts.ts';

/** What a wallet holds of the two tokens of a swap, in raw units. */
export interface WalletSides {
  readonly token: Decimal;
  readonly settled: Decimal;
  /** The oldest slot among the answers. */
  readonly slot: number;
}

export async function walletSides(
  { chain, signer }: Pick<SwapParts, 'chain' | 'signer'>,
  { symbol, settlement }: Pick<Token, 'symbol' | 'settlement'>,
  urgency: TokenUrgency,
  atSlot?: bigint,
): Promise<WalletSides> {
  const settled = SETTLEMENTS[settlement].mint;
  const held = await chain.held(signer.address, [symbol, settled], atSlot, urgency);
  const of = (mint: Mint) => dec(unitsOf(held, mint).toString());
  return { token: of(symbol), settled: of(settled), slot: Number(held.slot) };
}

/** Raw units of a mint in all accounts of a wallet. Wrapped SOL counts as SOL. */
export function unitsOf({ lamports, tokens }: WalletHoldings, mint: Mint): bigint {
  const own = mint === SOL_MINT ? lamports : 0n;
  return tokens.filter((each) => each.mint === mint).reduce((sum, { amount }) => sum + amount, own);
}

/** @throws {BrokerRejected} the wallet holds less than the swap pays or sells. */
export function checkHeld(
  { token, pays }: SwapOrder,
  { inAmount }: SwapQuoteAsked,
  { token: tokens, settled }: WalletSides,
): void {
  const held = pays ? settled : tokens;
  if (held.greaterThanOrEqualTo(inAmount.toString())) return;
  const { decimals } = pays ? SETTLEMENTS[token.settlement] : token;
  const name = pays ? token.settlement : token.ticker;
  const shown = (raw: bigint) => fromRawUnits(raw, decimals).toFixed();
  const there = shown(BigInt(held.toFixed()));
  throw new BrokerRejected(`it takes ${shown(inAmount)} ${name}, and the wallet holds ${there}`);
}
