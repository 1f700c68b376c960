import type { Knex } from 'knex';
import type { StrategyRunStatus } from '../../../domain/strategy/strategy-run.ts';
import type { Account, KillSwitchLevel } from '../../../domain/account/account.ts';
import type { AccountFunds, DepositOrigin } from '../../../domain/account/account-funds.ts';
import type { Alert, AlertKind, NewAlert } from '../../../domain/account/alert.ts';
import type { InvariantCheck } from '../../../domain/reconciliation/invariant.ts';
import { idPrefix, type TradingMode } from '../../../domain/mode.ts';
import { ZERO, type Decimal } from '../../../domain/decimal.ts';
import type { Cause, KnownCause } from '../../../domain/risk/trip.ts';
import type { Adoption } from '../../../domain/wallet/adoption.ts';
import type { Coins } from '../../../domain/wallet/wallet-money.ts';
import type { BookEvent, NewTradeEvent } from '../../../domain/trade/trade-event.ts';
import type { Trade, TradeAggregate } from '../../../domain/trade/trade.ts';
import type { BookChange } from '../../../ports/book.ts';
import type { DecisionMade } from '../../../ports/decision-made.ts';
import type { IdempotencyRecord } from '../../../ports/book-records.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { Arming } from '../../../ports/real-money.ts';
import { SqlForecastWrites } from '../forecasts/write-forecasts.ts';
import { heldRunStatus } from './run-status.ts';
import { dropArming, heldArming, putArming } from './arming-row.ts';
import { acknowledgeAlert, raiseAlert, resolveAlerts } from './alert-ledger.ts';
import { deleteCauses, writeCauses } from './cause-ledger.ts';
import { SqlBookReader, type BookMemory } from './book-reader.ts';
import { decisionToRow } from '../log/decision-row.ts';
import { bookEventToRow, linesOf } from '../log/event-row.ts';
import { exactDifference } from '../sql/exact-sum.ts';
import { depositMessage, writeFunds } from './funds-ledger.ts';
import { writeInvariants } from './invariant-ledger.ts';
import type { LockedAccount } from './locked-account.ts';
import { notePlacedBy, passMandateTurn } from './mandate-ledger.ts';
import { movePosition } from './position-ledger.ts';
import { keepRealised } from './realised-ledger.ts';
import { addMoves, moveByOrders, writeAdoption } from './wallet-ledger.ts';
import type { ChangeMemory } from '../trades/change-memory.ts';
import { noteAccount } from '../trades/venue-accounts.ts';
import { checkVersions, storedTrade, writeTrade, type StoredTrade } from '../trades/write-trade.ts';

interface ChangesMemory extends BookMemory {
  readonly trades: ChangeMemory;
}

const STANDS = { acknowledgedAt: null, resolvedAt: null };

export class SqlBookChange extends SqlBookReader implements BookChange {
  readonly raised: Alert[] = [];
  readonly forecasts: SqlForecastWrites;
  #alertsChanged = false;

  constructor(
    private readonly trx: Knex.Transaction,
    mode: TradingMode,
    private readonly locked: LockedAccount,
    private readonly parts: { readonly ids: Ids; readonly memory: ChangesMemory },
  ) {
    super(trx, mode, locked.state.username, parts.memory);
    this.forecasts = new SqlForecastWrites(trx, locked.state.username);
  }

  get wasChanged(): boolean {
    return this.locked.wasChanged || this.#alertsChanged;
  }

  override async account(): Promise<Account> {
    return this.locked.state;
  }

  async save(
    before: TradeAggregate | null,
    after: TradeAggregate,
    events: readonly NewTradeEvent[],
    made: DecisionMade,
  ): Promise<void> {
    const { trade } = after;
    this.#checkOwner(trade);
    const stored = await this.#stored(before, trade);
    checkVersions(stored, trade, events);
    const changedAt = events.at(-1)?.occurredAt ?? trade.placedAt;
    const written = await writeTrade(this.trx, before, after, changedAt);
    this.parts.memory.trades.wrote(before, trade, written);
    if (before === null) await noteAccount(this.trx, trade);
    await movePosition(this.trx, stored, trade);
    await moveByOrders(this.trx, this.username, before?.orders ?? [], after.orders);
    await keepRealised(this.trx, stored, trade, events);
    this.locked.move({
      cash: exactDifference(trade.cashFlow, stored?.cashFlow ?? ZERO),
      realizedPnl: exactDifference(trade.realizedPnl, stored?.realizedPnl ?? ZERO),
      fees: exactDifference(trade.fees, stored?.fees ?? ZERO),
    });
    const last = await this.locked.append(linesOf(before, after, events));
    const row = decisionToRow(made, before, trade, { last, events: events.length });
    await this.trx('decision_journal').insert(row);
  }

  /** Uses what this transaction has already read. @throws {StaleTrade} */
  async #stored(before: TradeAggregate | null, after: Trade): Promise<StoredTrade | null> {
    const known = this.parts.memory.trades.asStored(before);
    return known ?? storedTrade(this.trx, before?.trade ?? null, after);
  }

  async append(event: BookEvent): Promise<void> {
    await this.locked.append([bookEventToRow(event)]);
  }

  async raise(alert: NewAlert, at: Date): Promise<Alert | null> {
    const { mode, username } = this;
    const id = idPrefix(mode) + this.parts.ids.next();
    const { kind, severity, message, tradeId } = alert;
    const raised: Alert = {
      id,
      mode,
      username,
      kind,
      severity,
      message,
      tradeId,
      raisedAt: at,
      ...(severity === 'INFO' ? { acknowledgedAt: at, resolvedAt: at } : STANDS),
    };
    if (!(await raiseAlert(this.trx, raised, alert, this.locked.change))) return null;
    this.raised.push(raised);
    return raised;
  }

  async acknowledge(alertId: string, at: Date): Promise<Alert | null> {
    const { mode, username } = this;
    this.#alertsChanged = true;
    return acknowledgeAlert(this.trx, { id: alertId, mode, username }, at);
  }

  async resolve(
    kinds: AlertKind | readonly AlertKind[],
    about: string | null,
    at: Date,
  ): Promise<void> {
    const ended = await resolveAlerts(
      this.trx,
      this.username,
      { kinds: [kinds].flat(), about },
      at,
    );
    if (ended > 0) this.#alertsChanged = true;
  }

  async remember(record: IdempotencyRecord, at: Date): Promise<void> {
    await this.trx('idempotency_keys').insert({
      username: this.username,
      key: record.key,
      operation: record.operation,
      input_digest: record.inputDigest,
      trade_id: record.tradeId,
      remembered_at: at.getTime(),
    });
  }

  override arming(): Promise<Arming | null> {
    return heldArming(this.trx, this.username);
  }

  override runStatus(runId: string): Promise<StrategyRunStatus | null> {
    return heldRunStatus(this.trx, this.username, runId);
  }

  notePlacedBy(tokenId: string, tradeId: string, at: Date): Promise<void> {
    return notePlacedBy(this.trx, { username: this.username, tokenId }, tradeId, at);
  }

  passMandateTurn(): Promise<void> {
    return passMandateTurn(this.trx, this.username);
  }

  arm(arming: Arming): Promise<void> {
    return putArming(this.trx, this.username, arming);
  }

  disarm(): Promise<void> {
    return dropArming(this.trx, this.username);
  }

  async keepFunds(funds: AccountFunds): Promise<void> {
    await writeFunds(this.trx, this.username, funds);
  }

  keepAdoption(adoption: Adoption): Promise<void> {
    return writeAdoption(this.trx, adoption);
  }

  moveCoins(wallet: string, coins: Coins): Promise<void> {
    return addMoves(this.trx, { username: this.username, wallet }, coins);
  }

  async deposit(amount: Decimal, at: Date, actor: string, origin?: DepositOrigin): Promise<void> {
    this.locked.move({ cash: amount, deposits: amount });
    const withdrawn = amount.isNegative();
    await this.append({
      type: withdrawn ? 'WITHDRAWN' : 'DEPOSITED',
      occurredAt: at,
      actor,
      message: depositMessage(amount, origin),
      tradeId: null,
      detail: { amount, ...origin },
    });
  }

  async setKillSwitch(
    level: KillSwitchLevel,
    at: Date,
    actor: string,
    why?: string,
  ): Promise<void> {
    const from = this.locked.state.killSwitch;
    this.locked.switchTo(level);
    await this.append({
      type: 'KILL_SWITCH_SET',
      occurredAt: at,
      actor,
      message: `Kill switch set from ${from} to ${level}.${why ? ` ${why}` : ''}`,
      tradeId: null,
      detail: { from, to: level, ...(why && { why }) },
    });
  }

  async keepInvariants(checks: readonly InvariantCheck[]): Promise<void> {
    if (checks.length > 0) await writeInvariants(this.trx, this.username, checks);
  }

  async keepCauses(causes: readonly KnownCause[]): Promise<void> {
    await writeCauses(this.trx, this.username, causes);
  }

  async forgetCauses(causes: readonly Cause[]): Promise<void> {
    await deleteCauses(this.trx, this.username, causes);
  }

  #checkOwner({ id, mode, username }: Trade): void {
    if (mode !== this.mode || username !== this.username)
      throw new Error(`Trade ${id} is ${username}'s in ${mode}, not ${this.username}'s.`);
  }
}
