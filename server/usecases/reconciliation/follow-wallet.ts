import type { AccountFunds } from '../../domain/account/account-funds.ts';
import { ZERO, type Decimal } from '../../domain/decimal.ts';
import type { Username } from '../../domain/ids.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import {
  coinsMove,
  coinsOf,
  describeCoins,
  dollarsOf,
  type Coins,
  type CoinsMove,
  type CoinsThen,
} from '../../domain/wallet/wallet-money.ts';
import type { WalletLook } from '../../domain/wallet/wallet-look.ts';
import type { BookChange, BookReader } from '../../ports/book.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { ConfirmedFinding } from '../steps/confirmed-finding.ts';

const FIRST_SEEN = 'what it held when first seen';
const UNNAMED = 'not by an order of this desk';

/** One reading of a wallet’s money. */
export interface CoinsLook {
  readonly wallet: string;
  readonly look: WalletLook;
  readonly settled: boolean;
  /** What swaps of all users who share the wallet have moved. */
  readonly moved: Coins;
  /** What the user’s own swaps have moved. */
  readonly ownMoved: Coins;
}

/** What may be booked by this reading, in dollars; null: nothing, or nothing yet. */
export interface CoinsProposal {
  readonly move: CoinsMove;
  readonly dollars: Decimal | null;
}

/** `why`: what keeps the money from being compared now; null when all of it is booked. */
export interface CoinsFound {
  readonly why: string | null;
}

/**
 * Books as deposits what a wallet’s USDC and SOL were when first seen, and what has come or gone since other than
 * by the desk’s swaps. Each is compared in its own unit; dollars are only what it is booked at. No token counts.
 */
export class FollowWallet {
  readonly #looks = new ConfirmedFinding();

  constructor(private readonly deps: Pick<BookDeps, 'book' | 'tokens'>) {}

  /** Finds, outside the transaction, whether the reading before showed the same, and what SOL is worth. */
  async propose(username: Username, look: CoinsLook): Promise<CoinsProposal | null> {
    const { move } = await moveAt(this.deps.book.read(username), look);
    const found = look.settled && move.kind !== 'NOTHING' ? [keyOf(move)] : [];
    const key = `${username} ${look.wallet}`;
    const confirmed = this.#looks.look(key, found, true).twice.length > 0;
    if (!look.settled || move.kind === 'NOTHING') return null;
    // Before anything is traded there, the first reading is enough: there is nothing to wait for.
    const untouched = move.kind === 'FIRST' && isUntouched(look.moved);
    if (!confirmed && !untouched) return null;
    return { move, dollars: dollarsOf(move.coins, await this.#solPrice(username)) };
  }

  /** Within the change that compares the wallet, books what was proposed, if it is still so. */
  async follow(
    change: BookChange,
    look: CoinsLook,
    { proposal, at }: { readonly proposal: CoinsProposal | null; readonly at: Date },
  ): Promise<CoinsFound> {
    const { known, move } = await moveAt(change, look);
    const seen = seenFunds(known, look);
    if (move.kind === 'NOTHING') {
      await change.keepFunds(look.settled ? basedOn(seen, look, ZERO) : seen);
      return { why: look.settled ? null : 'A swap is under way.' };
    }
    const isProposed = proposal !== null && keyOf(proposal.move) === keyOf(move);
    if (!isProposed || proposal.dollars === null) {
      await change.keepFunds(seen);
      return { why: isProposed ? 'SOL has no price to book it at.' : whyNotYet(move) };
    }
    const { dollars } = proposal;
    const { wallet: account } = look;
    const words = `${describeCoins(move.coins)}, ${move.kind === 'FIRST' ? FIRST_SEEN : UNNAMED}`;
    if (!dollars.isZero())
      await change.deposit(dollars, at, 'venue', { venue: 'JUPITER', account, words });
    await change.keepFunds(basedOn(seen, look, dollars));
    return { why: null };
  }

  /** Null while no source gives it, or sources contradict each other. */
  async #solPrice(username: Username): Promise<Decimal | null> {
    const market = this.deps.tokens.of('SOLANA', username);
    try {
      await market.watch(username, SOL_MINT);
      return (await market.judged([SOL_MINT])).get(SOL_MINT)?.price ?? null;
    } catch (error) {
      if (error instanceof MarketDataUnavailable) return null;
      throw error;
    }
  }
}

function whyNotYet({ kind }: CoinsMove): string {
  return kind === 'FIRST'
    ? 'What the wallet held at first is not booked yet.'
    : 'Money has come or gone; the next look tells whether it has.';
}

function isUntouched({ usdc, sol }: Coins): boolean {
  return usdc.isZero() && sol.isZero();
}

function keyOf({ kind, coins }: CoinsMove): string {
  return `${kind} ${describeCoins(coins)}`;
}

async function moveAt(reader: BookReader, { wallet, look, moved, ownMoved }: CoinsLook) {
  const funds = await reader.accountFunds();
  const known = funds.find(({ venue, account }) => venue === 'JUPITER' && account === wallet);
  const move = coinsMove(baseOf(known ?? null), { held: coinsOf(look), moved, ownMoved });
  return { known: known ?? null, move };
}

function baseOf(funds: AccountFunds | null): CoinsThen | null {
  const { baseCash, baseCashFlow, baseSol, baseSolMoved } = funds ?? {};
  if (!baseCash || !baseCashFlow || !baseSol || !baseSolMoved) return null;
  return {
    held: { usdc: baseCash, sol: baseSol },
    moved: { usdc: baseCashFlow, sol: baseSolMoved },
  };
}

/** The funds of a wallet: its cash is its USDC. SOL is kept apart, and tokens are valued by their marks. */
function seenFunds(known: AccountFunds | null, { wallet, look }: CoinsLook): AccountFunds {
  const { usdc } = coinsOf(look);
  const unbooked = {
    ...{ deposited: null, baseCash: null, baseCashFlow: null, baseFees: null, basedAt: null },
    ...{ baseSol: null, baseSolMoved: null },
  };
  return {
    ...{ ...unbooked, ...known },
    ...{ venue: 'JUPITER', account: wallet, asOf: look.readAt },
    ...{ type: null, cash: usdc, equity: null, buyingPower: usdc, shareBuyingPower: null },
    ...{ dayTradeBuyingPower: null, unsettledCash: null, marginCall: null },
  };
}

function basedOn(seen: AccountFunds, { look, moved }: CoinsLook, dollars: Decimal): AccountFunds {
  const { usdc, sol } = coinsOf(look);
  return {
    ...seen,
    ...{ deposited: (seen.deposited ?? ZERO).plus(dollars), baseFees: ZERO },
    ...{ baseCash: usdc, baseCashFlow: moved.usdc, baseSol: sol, baseSolMoved: moved.sol },
    basedAt: look.readAt,
  };
}
