import type { CancelInput, CloseInput, TicketInput } from '../../domain/ticket/ticket.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { CancelTrade } from './cancel-trade.ts';
import type { CloseTrade } from './close-trade.ts';
import type { PlaceTrade } from './place-trade.ts';
import type { StrategyTerms } from './strategy-entry.ts';

interface Doors {
  readonly place: PlaceTrade;
  readonly close: CloseTrade;
  readonly cancel: CancelTrade;
}

/**
 * Orders of running strategies. In REAL they need no confirmation: arming, rung and budget take its place. No API
 * leads here: only the desk's own loop asks, for a run that the user started.
 */
export class StrategyDoor {
  constructor(private readonly doors: Doors) {}

  /** @throws {EntryDenied} a rule stopped it. @throws {Refusal} */
  enter(user: Actor, input: TicketInput, strategy: StrategyTerms): Promise<Trade> {
    const { strategyId } = strategy.mark;
    return this.doors.place.execute({ ...user, strategyId }, input, { strategy });
  }

  /** @throws {Refusal} */
  close(user: Actor, input: CloseInput, strategyId: string): Promise<Trade> {
    return this.doors.close.execute({ ...user, strategyId }, input, true);
  }

  /** @throws {Refusal} */
  cancel(user: Actor, input: CancelInput, strategyId: string): Promise<Trade> {
    return this.doors.cancel.execute({ ...user, strategyId }, input);
  }
}
