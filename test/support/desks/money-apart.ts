import type { InvariantName } from '../../../server/domain/reconciliation/invariant.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { AcceptInput } from '../../../server/ports/desk-of-book.ts';
import type { OpenTestDatabase } from '../databases/databases.ts';
import { ADA, TradierDesk } from './tradier-desk.ts';

/** A desk at Tradier that holds three calls and whose money was compared once. */
export class MoneyApart {
  private constructor(readonly t: TradierDesk) {}

  static async start(open: OpenTestDatabase): Promise<MoneyApart> {
    const t = await TradierDesk.start(open);
    await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    await t.desk.reconcile.execute();
    return new MoneyApart(t);
  }

  /** Deposits dollars at the venue, or withdraws them if negative, and compares five minutes later. */
  async paidIn(dollars: number): Promise<void> {
    const { account } = this.t.venue;
    account.cash = account.cash.plus(dollars);
    await this.look();
  }

  async look(): Promise<void> {
    this.t.pass(300);
    await this.t.desk.reconcile.execute();
  }

  checks() {
    return this.t.fresh.book.read('ada').invariantChecks();
  }

  async check(name: InvariantName) {
    const check = (await this.checks()).find(({ invariant }) => invariant === name);
    if (!check) throw new Error(`${name} was not compared`);
    return check;
  }

  async apart(name: InvariantName) {
    const { ours, theirs } = await this.check(name);
    if (!ours || !theirs) throw new Error(`${name} is unknown`);
    return theirs.minus(ours);
  }

  /** The states of the checks CASH and PNL. */
  async states() {
    return [(await this.check('CASH')).state, (await this.check('PNL')).state];
  }

  /** All alerts, newest first. */
  async alerts() {
    const page = await this.t.fresh.book.read('ada').alerts(false, { first: 99, after: null });
    return page.items.map(({ item }) => item);
  }

  async readAll(): Promise<void> {
    for (const { id, acknowledgedAt } of await this.alerts())
      if (!acknowledgedAt) await this.t.desk.account.acknowledgeAlert(ADA, id);
  }

  /** The log, newest first. */
  async lines() {
    const page = await this.t.fresh.book.read('ada').log({ first: 99, after: null });
    return page.items.map(({ item }) => item);
  }

  asked(parts: Partial<AcceptInput> = {}): AcceptInput {
    const differences = seen(1000, 'CASH', 'PNL');
    const word = { mode: 'PAPER', venue: 'TRADIER_SANDBOX', note: ' deposit ' } as const;
    return { ...word, differences, idempotencyKey: this.t.key(), ...parts };
  }

  accept(parts: Partial<AcceptInput> = {}) {
    return this.t.desk.account.acceptDifferences(ADA, this.asked(parts));
  }
}

export function seen(dollars: number, ...names: InvariantName[]) {
  return names.map((invariant) => ({ invariant, difference: dec(dollars) }));
}
