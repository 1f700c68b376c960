import type { Decimal } from '../../domain/decimal.ts';
import { ZERO } from '../../domain/decimal.ts';
import type { Mint } from '../../domain/ids.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import { heldBy, unbookedIn } from '../../domain/wallet/compare-wallet.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { WalletUnread, type WalletChain, type WalletStore } from '../../ports/wallets.ts';
import { disabled, noAccountAt } from '../steps/armed-for.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { lately } from '../steps/lately-moved.ts';
import { readWallet } from '../steps/read-wallet.ts';
import { tokenNamed } from './adopted-token.ts';

/** What a fresh reading of the wallet leaves to adopt. */
export interface Unbooked {
  readonly wallet: string;
  readonly token: Token;
  /** Whole units, as are the quantities of trades. */
  readonly unbooked: Decimal;
  readonly booked: Decimal;
  readonly slot: number;
  /** Adoptions of this mint so far, of all users. */
  readonly adopted: number;
}

/**
 * Reads the wallet first and the books after it: what was booked by then is in both; while a swap is on its way it
 * refuses. The number of adoptions is read with the books, and only one adoption can take the next number.
 * @throws {Refusal}
 */
export async function unbookedHolding(
  { wallets, realMoney, clock, tokens, mayTrade }: BookDeps,
  actor: Actor,
  mint: Mint,
): Promise<Unbooked> {
  if (!mayTrade || !wallets?.chain) throw disabled('Real trading is off on this desk.');
  const named = (await realMoney?.accounts.named(actor.username)) ?? [];
  const wallet = named.find(({ venue }) => venue === 'JUPITER')?.account;
  if (wallet === undefined) throw noAccountAt('JUPITER');
  const look = await read({ chain: wallets.chain, store: wallets.store }, wallet);
  const { lots, moving, adopted } = await wallets.store.books(wallet, lately(clock.now()));
  if (moving.has(mint)) throw busy('a swap of this token is under way, or was booked just now');
  const holding = look.holdings.find((each) => each.mint === mint);
  if (!holding) throw badInput('input.mint', 'The wallet holds nothing of this mint.');
  const token = await tokenNamed(tokens, mint, holding.decimals);
  const held = heldBy(lots);
  return {
    ...{ wallet, token, slot: look.slot, adopted: adopted.get(mint) ?? 0 },
    ...{ unbooked: unbookedIn(look, held, mint) ?? ZERO, booked: held.get(mint) ?? ZERO },
  };
}

async function read(
  parts: { readonly chain: WalletChain; readonly store: WalletStore },
  wallet: string,
) {
  try {
    return await readWallet(parts, wallet);
  } catch (error) {
    if (!(error instanceof WalletUnread)) throw error;
    throw new Refusal('VENUE_UNAVAILABLE', `The wallet cannot be read now: ${error.message}.`);
  }
}

export function busy(why: string): Refusal {
  return new Refusal('CONFLICT', `Nothing is adopted while ${why}: try again in a minute.`);
}
