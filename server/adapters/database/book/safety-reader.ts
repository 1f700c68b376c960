import type { KnownCause } from '../../../domain/risk/trip.ts';
import type { Arming } from '../../../ports/real-money.ts';
import { armingOf } from './arming-row.ts';
import { readCauses } from './cause-ledger.ts';
import { SqlHistoryReader } from './history-reader.ts';

/** Reads what guards one user's real money: who is armed, and what has tripped the switch. */
export class SqlSafetyReader extends SqlHistoryReader {
  arming(): Promise<Arming | null> {
    return armingOf(this.db, this.username);
  }

  switchCauses(): Promise<readonly KnownCause[]> {
    return readCauses(this.db, this.username);
  }
}
