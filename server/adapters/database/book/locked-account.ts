import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Account, KillSwitchLevel } from '../../../domain/account/account.ts';
import { accountFromRow, accountToRow } from './account-row.ts';
import { UnknownAccount } from './unknown-account.ts';
import { chunksOf } from '../sql/chunks.ts';
import { rawRows } from '../sql/dialect.ts';
import { eventHash, type EventColumns, type NewEventColumns } from '../log/event-row.ts';
import { exactSum, type Money } from '../sql/exact-sum.ts';

/** One user's account, locked by a transaction: its next state and the next lines of its log. */
export class LockedAccount {
  #changed = false;

  private constructor(
    private readonly trx: Knex.Transaction,
    private account: Account,
    /** The number of changes to this user's book, including this one. */
    readonly change: number,
  ) {}

  /**
   * Locks the account and must be the transaction's first statement. On SQLite only a first statement that
   * writes waits for another writer; on Postgres every later read then sees what that writer committed.
   * @throws {UnknownAccount}
   */
  static async lock(trx: Knex.Transaction, username: Username): Promise<LockedAccount> {
    const [row] = await rawRows<{ lock_count: number }>(
      trx,
      'UPDATE accounts SET lock_count = lock_count + 1 WHERE username = ? RETURNING *',
      [username],
    );
    if (!row) throw new UnknownAccount(`No account is open for ${username}.`);
    return new LockedAccount(trx, accountFromRow(row), row.lock_count);
  }

  get state(): Account {
    return this.account;
  }

  get wasChanged(): boolean {
    return this.#changed;
  }

  move(by: Partial<Money>): void {
    const { account } = this;
    this.#set({
      cash: exactSum(account.cash, by.cash),
      deposits: exactSum(account.deposits, by.deposits),
      realizedPnl: exactSum(account.realizedPnl, by.realizedPnl),
      fees: exactSum(account.fees, by.fees),
    });
  }

  switchTo(killSwitch: KillSwitchLevel): void {
    this.#set({ killSwitch });
  }

  /** Returns the sequence of the last line. */
  async append(lines: readonly NewEventColumns[]): Promise<number> {
    const events = lines.map((line): EventColumns => {
      const { username, hash, sequence } = this.account;
      const event = { ...line, username, sequence: sequence + 1 };
      const chained = { ...event, hash: eventHash(hash, event) };
      this.#set({ sequence: chained.sequence, hash: chained.hash });
      return chained;
    });
    for (const part of chunksOf(events)) await this.trx('events').insert(part);
    return this.account.sequence;
  }

  /** Writes the new state. Call it last: until then the state exists only in this object. */
  async store(): Promise<void> {
    if (!this.#changed) return;
    const { username, ...columns } = accountToRow(this.account);
    await this.trx('accounts').where({ username }).update(columns);
  }

  #set(to: Partial<Account>): void {
    this.account = { ...this.account, ...to };
    this.#changed = true;
  }
}
