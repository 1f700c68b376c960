import { higherSwitch, type KillSwitchLevel } from '../../domain/account/account.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { AcceptInput, AccountDoor } from '../../ports/desk-of-book.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { acknowledgeAlert } from '../book/acknowledge-alert.ts';
import { ArmRealTrading } from '../book/arm-real-trading.ts';
import { Deposit } from '../book/deposit.ts';
import { readHoldings } from '../book/read-holdings.ts';
import { readDeposits } from '../book/read-history.ts';
import { ReadStatus } from '../book/read-status.ts';
import { SetKillSwitch } from '../book/set-kill-switch.ts';
import { AcceptDifferences } from '../reconciliation/accept-differences.ts';
import { readAccounts } from '../reconciliation/read-accounts.ts';
import { readInvariants } from '../reconciliation/read-invariants.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { limitUseOf } from '../trading/entry-check.ts';

/** What the status says of the program itself. */
export interface AboutDesk {
  readonly version: string;
  readonly testClock: boolean;
}

export class BookAccount implements AccountDoor {
  readonly #accept: AcceptDifferences;
  readonly #deposit: Deposit;
  readonly #status: ReadStatus;
  readonly #killSwitch: SetKillSwitch;
  readonly #arming: ArmRealTrading;

  constructor(
    private readonly deps: BookDeps,
    about: AboutDesk,
  ) {
    this.#accept = new AcceptDifferences(deps);
    this.#deposit = new Deposit(deps);
    this.#status = new ReadStatus(deps, about);
    this.#killSwitch = new SetKillSwitch(deps);
    this.#arming = new ArmRealTrading(deps);
  }

  deposit(actor: Actor, amount: Decimal) {
    return this.#deposit.execute(actor, amount);
  }

  deposits({ username }: Actor) {
    return readDeposits(this.deps.book.read(username));
  }

  status(actor: Actor) {
    return this.#status.execute(actor);
  }

  setKillSwitch(actor: Actor, level: KillSwitchLevel, raiseOnly = false) {
    return this.#killSwitch.execute(actor, level, raiseOnly);
  }

  arm(actor: Actor, phrase: string) {
    return this.#arming.arm(actor, phrase);
  }

  disarm(actor: Actor) {
    return this.#arming.disarm(actor);
  }

  async halt({ username }: Actor): Promise<KillSwitchLevel> {
    const { killSwitch } = await this.deps.book.read(username).account();
    return higherSwitch(killSwitch, this.deps.deskHalt());
  }

  limitUse({ username }: Actor) {
    return limitUseOf(this.deps, username);
  }

  acknowledgeAlert({ username }: Actor, id: string) {
    return acknowledgeAlert(this.deps, username, id);
  }

  accountReports({ username }: Actor) {
    return readAccounts(this.deps, username);
  }

  holdings({ username }: Actor) {
    return readHoldings(this.deps, username);
  }

  invariants({ username }: Actor) {
    return readInvariants(this.deps, username);
  }

  acceptDifferences(actor: Actor, input: AcceptInput) {
    return this.#accept.execute(actor, input);
  }
}
