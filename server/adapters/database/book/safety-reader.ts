import type { StrategyRunStatus } from '../../../domain/strategy/strategy-run.ts';
import type { KnownCause } from '../../../domain/risk/trip.ts';
import type { TradeId } from '../../../domain/ids.ts';
import type { Arming } from '../../../ports/real-money.ts';
import { armingOf } from './arming-row.ts';
import { countPlacedBy, mandateTurn, placedBy } from './mandate-ledger.ts';
import { rungMoveIsLogged } from './logged-moves.ts';
import { runStatus } from './run-status.ts';
import { readCauses } from './cause-ledger.ts';
import { SqlHistoryReader } from './history-reader.ts';

/** Reads what guards a user's money: who is armed, which strategy runs, and what has tripped the switch. */
export class SqlSafetyReader extends SqlHistoryReader {
  arming(): Promise<Arming | null> {
    return armingOf(this.db, this.username);
  }

  runStatus(runId: string): Promise<StrategyRunStatus | null> {
    return runStatus(this.db, this.username, runId);
  }

  rungMoveIsLogged(move: { readonly id: string; readonly at: Date }): Promise<boolean> {
    return rungMoveIsLogged(this.db, this.username, move);
  }

  placedBy(tokenId: string, tradeIds: readonly TradeId[]): Promise<ReadonlySet<TradeId>> {
    return placedBy(this.db, { username: this.username, tokenId }, tradeIds);
  }

  countPlacedBy(tokenId: string, since: Date): Promise<number> {
    return countPlacedBy(this.db, { username: this.username, tokenId }, since);
  }

  mandateTurn(): Promise<number> {
    return mandateTurn(this.db, this.username);
  }

  switchCauses(): Promise<readonly KnownCause[]> {
    return readCauses(this.db, this.username);
  }
}
