import { armPhrase, realAccountName } from '../../domain/account/arm-phrase.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { RealAccount } from '../../ports/real-money.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { ARMED_MS, disabled } from '../steps/armed-for.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { checkMayTrade } from '../steps/real-gate.ts';
import { actorName, refuse } from '../steps/refuse.ts';

type ArmingDeps = Pick<BookDeps, 'book' | 'clock' | 'ids' | 'mayTrade' | 'realMoney'>;

/** Lets a user enter trades with real money for some hours, and ends that. */
export class ArmRealTrading {
  constructor(private readonly deps: ArmingDeps) {}

  /**
   * Arming anew takes the place of what was armed.
   * @throws {Refusal} REAL_MODE_DISABLED while nothing can be armed; BAD_USER_INPUT for another phrase, or when the
   * stored credentials do not own an account; VENUE_UNAVAILABLE when nobody can tell.
   */
  async arm(actor: Actor, phrase: string): Promise<void> {
    const { book, clock, ids } = this.deps;
    const at = clock.now();
    try {
      const accounts = await this.#proven(actor, phrase);
      const armedAt = clock.now();
      const until = new Date(armedAt.getTime() + ARMED_MS);
      const id = ids.next();
      await book.change(actor.username, async (change) => {
        await change.arm({ id, accounts, armedAt, until });
        await change.append({
          type: 'REAL_ARMED',
          occurredAt: armedAt,
          actor: actorName(actor),
          message: `Armed ${accounts.map(realAccountName).join(' and ')} until ${until.toISOString()}.`,
          tradeId: null,
          detail: { armed: id, accounts, until },
        });
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await refuse(book, actor, error, { action: 'ARM_REAL_TRADING', at, tradeId: null });
    }
  }

  async #proven({ username }: Actor, phrase: string): Promise<readonly RealAccount[]> {
    checkMayTrade(this.deps);
    const { realMoney } = this.deps;
    const accounts = (await realMoney?.accounts.named(username)) ?? [];
    const expected = armPhrase(accounts);
    if (!realMoney || !expected)
      throw disabled('Settings hold no account of real money: there is nothing to arm.');
    if (phrase !== expected) throw badInput('phrase', `Type ${expected}, word for word.`);
    for (const account of accounts) await realMoney.accounts.prove(username, account);
    return accounts;
  }

  /** Always possible. Entries that are stored by then go on; no other is stored. */
  disarm({ username, ...actor }: Actor): Promise<void> {
    const { book, clock } = this.deps;
    return book.change(username, async (change) => {
      const arming = await change.arming();
      if (!arming) return;
      await change.disarm();
      await change.append({
        type: 'REAL_DISARMED',
        occurredAt: clock.now(),
        actor: actorName({ username, ...actor }),
        message: 'Disarmed.',
        tradeId: null,
        detail: { armed: arming.id },
      });
    });
  }
}
