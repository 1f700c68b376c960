import { idPrefix } from '../../domain/mode.ts';
import type { Mint } from '../../domain/ids.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import {
  adoptHolding,
  checkAdoption,
  checkUnbooked,
  type AdoptInput,
} from '../../domain/wallet/adoption.ts';
import { heldBy, unbookedIn } from '../../domain/wallet/compare-wallet.ts';
import type { AdoptionPreview } from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import {
  AdoptedMeanwhile,
  WalletUnread,
  type WalletChain,
  type WalletStore,
} from '../../ports/wallets.ts';
import type { BookChange } from '../../ports/book.ts';
import { disabled, noAccountAt } from '../steps/armed-for.ts';
import { lately } from '../steps/lately-moved.ts';
import { readWallet } from '../steps/read-wallet.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { doneBefore, rememberDone } from '../steps/idempotency.ts';
import { ownTrade } from '../steps/own-trade.ts';
import { admitChange, confirmChange } from '../steps/real-gate.ts';
import { actorName, refuse } from '../steps/refuse.ts';
import { tokenNamed } from './adopted-token.ts';

const OPERATION = 'adoptHolding';
/** Somebody else adopted at the same moment so often: the next try reads the wallet anew. */
const ATTEMPTS = 3;

/** What a fresh reading of the wallet leaves to adopt. */
interface Unbooked {
  readonly wallet: string;
  readonly token: Token;
  readonly unbooked: ReturnType<typeof unbookedIn>;
  readonly slot: number;
  /** Adoptions of this mint so far, of all users. */
  readonly adopted: number;
  /** Of trades. */
  readonly booked: NonNullable<ReturnType<typeof unbookedIn>>;
}

/**
 * Books as an OPEN trade what a wallet holds and nobody has booked, as a person says what it cost. Nothing is sent,
 * so it needs no arming; deposits grow by the cost. Never more than is not booked, however many adopt at once.
 */
export class AdoptHolding {
  constructor(private readonly deps: BookDeps) {}

  /** @throws {Refusal} as the adoption does; what is missing to be confirmed is in the preview. */
  async preview(actor: Actor, input: AdoptInput): Promise<AdoptionPreview> {
    const { mint } = checkAdoption(input);
    const found = await this.#unbooked(actor, mint);
    checkUnbooked(found.token, input.quantity, found.unbooked!);
    const { token, wallet, unbooked, booked, slot } = found;
    return {
      ...{ wallet, mint, ticker: token.ticker, decimals: token.decimals, slot },
      ...{ quantity: input.quantity, cost: input.cost, price: input.cost.div(input.quantity) },
      ...{ unbooked: unbooked!, booked },
      ...confirmChange(this.deps, { actor, operation: OPERATION, input }),
    };
  }

  /** The same key gives the same trade. @throws {Refusal} */
  async execute(actor: Actor, input: AdoptInput): Promise<Trade> {
    const { book, clock } = this.deps;
    const at = clock.now();
    try {
      const before = await doneBefore(book.read(actor.username), OPERATION, input);
      if (before !== null) return (await ownTrade(book.read(actor.username), before)).trade;
      const { mint } = checkAdoption(input);
      admitChange(this.deps, { actor, operation: OPERATION, input });
      return await this.#adopt(actor, input, mint);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refuse(book, actor, error, { action: 'ADOPT_HOLDING', at, tradeId: null });
    }
  }

  async #adopt(actor: Actor, input: AdoptInput, mint: Mint): Promise<Trade> {
    for (let attempt = 1; ; attempt += 1) {
      const found = await this.#unbooked(actor, mint);
      checkUnbooked(found.token, input.quantity, found.unbooked!);
      try {
        return await this.#store(actor, input, found);
      } catch (error) {
        if (!(error instanceof AdoptedMeanwhile)) throw error;
        if (attempt === ATTEMPTS) throw busy('others adopt this token');
      }
    }
  }

  #store(actor: Actor, input: AdoptInput, found: Unbooked): Promise<Trade> {
    const { book, clock, ids } = this.deps;
    return book.change(actor.username, async (change) => {
      const before = await doneBefore(change, OPERATION, input);
      if (before !== null) return (await ownTrade(change, before)).trade;
      // Confirmed above; a disarming in between ends nothing here, but the minute may be over.
      admitChange(this.deps, { actor, operation: OPERATION, input });
      const at = clock.now();
      const id = `${idPrefix(book.mode)}${ids.next()}`;
      const { mint, note } = checkAdoption(input);
      const { wallet, token, slot } = found;
      const { quantity, cost } = input;
      const of = { id, username: actor.username, wallet, token, quantity, cost, note, at };
      const draft = adoptHolding({ ...of, actor: actorName(actor) });
      await change.keepAdoption({
        ...{ username: actor.username, wallet, mint, number: found.adopted + 1 },
        ...{ quantity, cost, note, tradeId: id, slot, adoptedAt: at },
      });
      const words = `adopted: ${quantity.toFixed()} of ${mint}`;
      await change.deposit(cost, at, actorName(actor), {
        venue: 'JUPITER',
        account: wallet,
        words,
      });
      await raiseDeposited(change, wallet, cost);
      await change.save(null, draft.after, draft.events);
      await rememberDone(change, OPERATION, input, id, at);
      return draft.trade;
    });
  }

  /**
   * Reads the wallet first and the books after it: what was booked by then is in both, what is on its way is refused.
   * The number of adoptions is read with the books, and the next one is taken by one alone.
   */
  async #unbooked(actor: Actor, mint: Mint): Promise<Unbooked> {
    const { wallets, realMoney, clock, tokens, mayTrade } = this.deps;
    if (!mayTrade || !wallets?.chain) throw disabled('Real trading is off on this desk.');
    const named = (await realMoney?.accounts.named(actor.username)) ?? [];
    const wallet = named.find(({ venue }) => venue === 'JUPITER')?.account;
    if (wallet === undefined) throw noAccountAt('JUPITER');
    const look = await read({ chain: wallets.chain, store: wallets.store }, wallet);
    const { lots, moving, adopted } = await wallets.store.books(wallet, lately(clock.now()));
    if (moving.has(mint)) throw busy('a swap of this token is under way, or was booked just now');
    const held = heldBy(lots);
    const unbooked = unbookedIn(look, held, mint);
    const holding = look.holdings.find((each) => each.mint === mint);
    const token = await tokenNamed(tokens, mint, holding?.decimals ?? null);
    const numbered = { slot: look.slot, adopted: adopted.get(mint) ?? 0 };
    return { wallet, token, unbooked, booked: held.get(mint) ?? unbooked!.times(0), ...numbered };
  }
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

function busy(why: string): Refusal {
  return new Refusal('CONFLICT', `Nothing is adopted while ${why}: try again in a minute.`);
}

/** The account’s own count of what was paid in moves with the book’s. */
async function raiseDeposited(
  change: BookChange,
  wallet: string,
  cost: AdoptInput['cost'],
): Promise<void> {
  const funds = (await change.accountFunds()).find(
    ({ venue, account }) => venue === 'JUPITER' && account === wallet,
  );
  if (funds?.deposited) await change.keepFunds({ ...funds, deposited: funds.deposited.plus(cost) });
}
