import { armPhrase, realAccountName } from '../../domain/account/arm-phrase.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { Arming, RealAccount } from '../../ports/real-money.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { ARMED_MS, disabled, inForce, isUnderWay, underWaySince } from '../steps/armed-for.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { checkMayTrade } from '../steps/real-gate.ts';
import { actorName, refuse } from '../steps/refuse.ts';
import { endArming } from './end-arming.ts';
import { endWaitingEntries } from './end-waiting-entries.ts';

type ArmingDeps = Pick<BookDeps, 'book' | 'clock' | 'ids' | 'mayTrade' | 'realMoney'>;

/** Lets a user enter trades with real money for some hours, and ends that. */
export class ArmRealTrading {
  constructor(private readonly deps: ArmingDeps) {}

  /**
   * A new arming replaces the one before it.
   * @throws {Refusal} REAL_MODE_DISABLED while nothing can be armed, or when it was disarmed before the venue answered; BAD_USER_INPUT for another phrase, or when the
   * stored credentials do not own an account; VENUE_UNAVAILABLE when the venue does not answer.
   */
  async arm(actor: Actor, phrase: string): Promise<void> {
    const { book, clock } = this.deps;
    const at = clock.now();
    try {
      const accounts = await this.#asked(actor, phrase);
      const underWay = await this.#begin(actor, at);
      await this.#prove(actor, accounts, underWay);
      await this.#arm(actor, accounts, underWay);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await refuse(book, actor, error, { action: 'ARM_REAL_TRADING', at, tradeId: null });
    }
  }

  async #asked({ username }: Actor, phrase: string): Promise<readonly RealAccount[]> {
    checkMayTrade(this.deps);
    const accounts = (await this.deps.realMoney?.accounts.named(username)) ?? [];
    const expected = armPhrase(accounts);
    if (!expected)
      throw disabled('Settings hold no account for real money: there is nothing to arm.');
    if (phrase !== expected) throw badInput('phrase', `Type ${expected}, word for word.`);
    return accounts;
  }

  /**
   * Stores that an arming is under way, so that whatever disarms meanwhile ends it too. Returns the id that must still
   * be stored when the venue has answered. An earlier arming stays in force until then. An entry that waits under an
   * arming that has run out ends: it was not confirmed under the next one.
   */
  #begin({ username }: Actor, at: Date): Promise<string> {
    const { book, ids } = this.deps;
    return book.change(username, async (change) => {
      const stands = inForce(await change.arming(), at);
      if (stands) return stands.id;
      const why = 'the arming that it was confirmed under has run out';
      await endWaitingEntries(change, { at, actor: 'desk', why });
      const id = ids.next();
      await change.arm(underWaySince(id, at));
      return id;
    });
  }

  async #prove(
    { username }: Actor,
    accounts: readonly RealAccount[],
    underWay: string,
  ): Promise<void> {
    const { book, realMoney } = this.deps;
    try {
      for (const account of accounts) await realMoney?.accounts.prove(username, account);
    } catch (error) {
      await book.change(username, async (change) => {
        const stands = await change.arming();
        if (stands?.id === underWay && isUnderWay(stands)) await change.disarm();
      });
      throw error;
    }
  }

  #arm(actor: Actor, accounts: readonly RealAccount[], underWay: string): Promise<void> {
    const { book, clock, ids } = this.deps;
    const id = ids.next();
    return book.change(actor.username, async (change) => {
      const stands = await change.arming();
      if (stands?.id !== underWay)
        throw disabled(
          'REAL was disarmed, or armed again, before the venue answered: arm it again.',
        );
      const armedAt = clock.now();
      const until = new Date(armedAt.getTime() + ARMED_MS);
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
  }

  /**
   * Always possible. Entries stored by then go on, except limits of tokens: one that waits at the desk ends, one under
   * way is sent once at most, and not at all while unsigned. No other is stored. An arming under way ends too.
   */
  disarm(actor: Actor): Promise<void> {
    const { book, clock } = this.deps;
    const by = { actor: actorName(actor), why: 'REAL was disarmed' };
    const says = (arming: Arming) =>
      isUnderWay(arming) ? 'Disarmed before the arming was done.' : 'Disarmed.';
    return book.change(actor.username, (change) =>
      endArming(change, { ...by, says, at: clock.now() }),
    );
  }
}
