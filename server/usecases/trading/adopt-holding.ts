import type { Mint } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { checkAdoption, checkUnbooked, type AdoptInput } from '../../domain/wallet/adoption.ts';
import type { AdoptionPreview } from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { AdoptedMeanwhile } from '../../ports/wallets.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { doneBefore, rememberDone } from '../steps/idempotency.ts';
import { admitTouching, checkTouching } from '../steps/touching.ts';
import { changeWithin } from '../steps/mandate-gate.ts';
import { ownTrade } from '../steps/own-trade.ts';
import { admitChange, confirmChange } from '../steps/real-gate.ts';
import { begin } from '../steps/decision.ts';
import { actorName, refuse } from '../steps/refuse.ts';
import { ADOPT } from './adopt-kind.ts';
import { raiseDeposited } from './raise-deposited.ts';
import { busy, unbookedHolding, type Unbooked } from './unbooked-holding.ts';

const OPERATION = 'adoptHolding';
/** The most tries while other adoptions come at the same moment: each try reads the wallet anew. */
const ATTEMPTS = 3;

/**
 * Books as an OPEN trade what a wallet holds and no book has, at the cost that a person states. Nothing is sent, so it
 * needs no arming; deposits grow by the cost. Never more than the unbooked part, however many users adopt at once.
 */
export class AdoptHolding {
  constructor(private readonly deps: BookDeps) {}

  /** @throws {Refusal} as the adoption does, except for a missing confirmation, which the preview gives. */
  async preview(actor: Actor, input: AdoptInput): Promise<AdoptionPreview> {
    const { mint } = checkAdoption(input);
    await admitTouching(this.deps, actor, 'WORD');
    const found = await unbookedHolding(this.deps, actor, mint);
    checkUnbooked(found.token, input.quantity, found.unbooked);
    const { token, wallet, unbooked, booked, slot } = found;
    return {
      ...{ wallet, mint, ticker: token.ticker, decimals: token.decimals, slot },
      ...{ quantity: input.quantity, cost: input.cost, price: input.cost.div(input.quantity) },
      ...{ unbooked, booked },
      ...confirmChange(this.deps, { actor, operation: OPERATION, input }),
    };
  }

  /** The same key gives the same trade. @throws {Refusal} */
  async execute(actor: Actor, input: AdoptInput): Promise<Trade> {
    const { book, clock } = this.deps;
    const at = clock.now();
    try {
      const before = await this.#before(actor, input);
      if (before) return before;
      const { mint } = checkAdoption(input);
      await admitTouching(this.deps, actor, 'WORD');
      admitChange(this.deps, { actor, operation: OPERATION, input });
      return await this.#adopt(actor, input, mint);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The same request may have adopted it meanwhile, and then there is no such holding any more.
      const raced = await this.#before(actor, input);
      return raced ?? refuse(book, actor, error, { action: 'ADOPT_HOLDING', at, tradeId: null });
    }
  }

  /** The trade that the same request has made before. */
  async #before({ username }: Actor, input: AdoptInput): Promise<Trade | null> {
    const reader = this.deps.book.read(username);
    const id = await doneBefore(reader, OPERATION, input);
    return id === null ? null : (await ownTrade(reader, id)).trade;
  }

  async #adopt(actor: Actor, input: AdoptInput, mint: Mint): Promise<Trade> {
    for (let attempt = 1; ; attempt += 1) {
      const found = await unbookedHolding(this.deps, actor, mint);
      checkUnbooked(found.token, input.quantity, found.unbooked);
      try {
        return await this.#store(actor, input, found);
      } catch (error) {
        if (!(error instanceof AdoptedMeanwhile)) throw error;
        if (attempt === ATTEMPTS) throw busy('others adopt this token');
      }
    }
  }

  #store(actor: Actor, input: AdoptInput, found: Unbooked): Promise<Trade> {
    const { clock, ids } = this.deps;
    return changeWithin(this.deps, actor, async (change, bound) => {
      const before = await doneBefore(change, OPERATION, input);
      if (before !== null) return (await ownTrade(change, before)).trade;
      checkTouching(bound, 'WORD');
      // Confirmed above; a disarming in between ends nothing here, but the minute may be over.
      admitChange(this.deps, { actor, operation: OPERATION, input });
      const at = clock.now();
      const { mint, note } = checkAdoption(input);
      const { wallet, token, slot } = found;
      const { quantity, cost } = input;
      const of = { username: actor.username, wallet, token, quantity, cost, note };
      const { draft, made } = begin(ADOPT, { at, actor: actorName(actor), ids }, of);
      const { id } = draft.trade;
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
      await change.save(null, draft.after, draft.events, made);
      await rememberDone(change, OPERATION, input, id, at);
      return draft.trade;
    });
  }
}
