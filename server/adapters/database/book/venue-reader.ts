import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { AlertKind, StandingAlert } from '../../../domain/account/alert.ts';
import type { AccountFunds } from '../../../domain/account/account-funds.ts';
import type { InvariantCheck, TradeSums } from '../../../domain/reconciliation/invariant.ts';
import type { TradingMode } from '../../../domain/mode.ts';
import type { TaggedOrder } from '../../../domain/reports/late-order.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { standingAlerts } from './alert-ledger.ts';
import { readFunds } from './funds-ledger.ts';
import { readInvariants } from './invariant-ledger.ts';
import { readTradeSums } from './trade-sums.ts';
import { ordersTagged } from '../trades/orders-tagged.ts';

/** Reads a user's venue accounts, and how the book compares with them. */
export class SqlVenueReader {
  constructor(
    protected readonly db: Knex,
    protected readonly mode: TradingMode,
    protected readonly username: Username,
  ) {}

  /** Runs a read of several statements at one instant. */
  protected atOnce<T>(read: (db: Knex) => Promise<T>): Promise<T> {
    return atOneMoment(this.db, read);
  }

  ordersTagged(tags: readonly string[]): Promise<readonly TaggedOrder[]> {
    return ordersTagged(this.db, this.username, tags);
  }

  standing(kinds: AlertKind | readonly AlertKind[]): Promise<readonly StandingAlert[]> {
    return standingAlerts(this.db, kinds, this.username);
  }

  invariantChecks(): Promise<readonly InvariantCheck[]> {
    return readInvariants(this.db, this.username);
  }

  accountFunds(): Promise<readonly AccountFunds[]> {
    return readFunds(this.db, this.username);
  }

  tradeSums(): Promise<readonly TradeSums[]> {
    return readTradeSums(this.db, this.username);
  }
}
