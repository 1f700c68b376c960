import { sum, type Decimal } from '../../domain/decimal.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import { reservedBy } from '../../domain/risk/reserved.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeWithin } from '../steps/mandate-gate.ts';
import { checkTouching } from '../steps/touching.ts';
import { actorName, refuse } from '../steps/refuse.ts';
import type { Actor } from '../../ports/trading-system.ts';

/** Pays paper money in or out: never what trades hold or have reserved. */
export class Deposit {
  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock' | 'mandates'>) {}

  /** @throws {Refusal} BAD_USER_INPUT for `amount`; FORBIDDEN in REAL, whose money is at the broker. */
  async execute(actor: Actor, amount: Decimal): Promise<void> {
    const { book, clock } = this.deps;
    const at = clock.now();
    if (book.mode !== 'PAPER') throw new Refusal('FORBIDDEN', 'Only paper money is deposited');
    try {
      await changeWithin(this.deps, actor, async (change, bound) => {
        if (amount.isZero()) throw badInput('amount', 'An amount is not 0.');
        const [{ cash }, active] = [await change.account(), await change.activeTrades()];
        const free = cash.minus(sum(active.map(reservedBy)));
        if (amount.isNegative() && amount.abs().greaterThan(free)) {
          throw badInput('amount', `Only ${free.toFixed()} dollars are free.`);
        }
        checkTouching(bound, 'WORD');
        await change.deposit(amount, at, actorName(actor));
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await refuse(book, actor, error, { action: 'DEPOSIT', at, tradeId: null });
    }
  }
}
