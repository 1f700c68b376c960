import { isLowerSwitch, type KillSwitchLevel } from '../../domain/account/account.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { actorName } from '../steps/refuse.ts';
import { forgetTrips } from '../steps/trip-switch.ts';
import { alertSwitch } from './alert-switch.ts';
import type { Actor } from '../../ports/trading-system.ts';

/** Stops the caller's own book or lets it go on. A caller who may trade may also stop. */
export class SetKillSwitch {
  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock'>) {}

  /** @throws {Refusal} FORBIDDEN when `raiseOnly` and the switch is higher. */
  execute(actor: Actor, level: KillSwitchLevel, raiseOnly: boolean): Promise<void> {
    const at = this.deps.clock.now();
    return this.deps.book.change(actor.username, async (change) => {
      const { killSwitch } = await change.account();
      if (raiseOnly && isLowerSwitch(level, killSwitch)) {
        throw new Refusal('FORBIDDEN', 'Lowering a kill switch needs a session');
      }
      await change.setKillSwitch(level, at, actorName(actor));
      if (level === 'OFF') await forgetTrips(change, at);
      if (level !== killSwitch) await alertSwitch(change, 'book', level, at);
    });
  }
}
