import { isEntering } from '../../domain/order/is-entering.ts';
import { instrumentOf } from '../../domain/bars/instrument-of.ts';
import { Refusal } from '../../domain/refusal.ts';
import { askedTicket, whyAgainst } from '../../domain/strategy/asked-ticket.ts';
import { actsUntil, waitsForOpen } from '../../domain/strategy/decision-time.ts';
import { HELD_BACK, type NoTrade, type RunDecision } from '../../domain/strategy/run-decision.ts';
import type { StrategyEntry } from '../../domain/strategy/strategy.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import type { DecisionOutcome } from '../../ports/strategy-runs.ts';
import { atNewestVersion } from '../steps/newest-version.ts';
import { EntryDenied } from '../trading/strategy-entry.ts';
import { marketOf } from './market-of-run.ts';
import { mayPass, noTrade, noTradeOf } from './no-trade-of.ts';
import type { RunDeps, RunOf } from './run-deps.ts';

/** Null: it goes on waiting. */
type Outcome = Omit<DecisionOutcome, 'settledAt'> | null;

/** Makes orders of what a strategy decided. However often it is tried, a decision makes one order. */
export class CarryOut {
  /** Why a decision goes on waiting, by its key. */
  readonly #waits = new Map<string, NoTrade>();

  constructor(private readonly deps: RunDeps) {}

  /** Returns whether the decision is settled; what waits is tried again later. */
  async execute(of: RunOf, decision: RunDecision): Promise<boolean> {
    const outcome = await this.#outcome(of, decision);
    if (!outcome) return false;
    this.#waits.delete(decision.key);
    const settledAt = this.deps.clock.now();
    await this.deps.runs.settle(of.run, decision.key, { ...outcome, settledAt });
    return true;
  }

  async #outcome(of: RunOf, decision: RunDecision): Promise<Outcome> {
    const { ask, symbol } = decision;
    if (ask.action === 'CANCEL') return this.#cancel(of, decision);
    const { instrument } = instrumentOf(symbol);
    const { hours } = await marketOf(this.deps, of.actor, symbol);
    const now = this.deps.clock.now();
    const asked = { end: decision.barEnd, interval: of.run.interval };
    const isOver = now > actsUntil(asked, instrument, hours);
    const tooOld = noTrade('BAR_TOO_OLD', TOO_OLD, ask.action === 'EXIT');
    if (isOver)
      return (await this.#before(of, decision)) ?? refused(this.#waits.get(decision.key) ?? tooOld);
    const isMarket = ask.action === 'EXIT' || ask.entry.orderType !== 'LIMIT';
    if (isMarket && waitsForOpen(instrument, now, hours)) return null;
    try {
      if (ask.action === 'EXIT') return await this.#exit(of, decision);
      return await this.#enter(of, decision, ask.entry);
    } catch (error) {
      if (error instanceof EntryDenied) return refused(noTradeOf(error), error.trade);
      if (!(error instanceof Refusal)) {
        const { id: run } = of.run;
        this.deps.log.error('A strategy’s order waits for another try', { run, symbol, error });
        return null;
      }
      if (!mayPass(error))
        return (await this.#renamed(of, decision, error)) ?? refused(noTradeOf(error));
      this.#waits.set(decision.key, noTradeOf(error));
      return null;
    }
  }

  async #enter(of: RunOf, decision: RunDecision, entry: StrategyEntry): Promise<Outcome> {
    const { run, actor } = of;
    const { mode, runs, strategies, door } = this.deps;
    const { strategyId, version, id: runId } = run;
    const strategy = await strategies.byId(run.username, strategyId);
    if (!strategy) return refused(noTrade('RUN_STOPPED', 'The strategy is gone.'));
    // It may have been renamed since the run began.
    const input = askedTicket(entry, decision, { ...run, name: strategy.name, mode });
    if (typeof input === 'string') return refused(noTrade('BAD_ORDER', `${input}.`, true));
    const own = await runs.activeTrades(run.username, strategyId);
    const against = whyAgainst(entry.symbol, input.side, own);
    if (against !== null) return refused(noTrade('BAD_ORDER', `${against}.`));
    const { budget, stage } = strategy;
    const trade = await door.enter(actor, input, {
      ...{ budget, stage },
      ...{ mark: { runId, strategyId, version }, boundBy: run.boundBy },
    });
    return this.#placed(trade);
  }

  /** The trade that was placed under the strategy's earlier name, and not noted as its outcome. */
  async #renamed(of: RunOf, decision: RunDecision, { code }: Refusal): Promise<Outcome> {
    return code === 'IDEMPOTENCY_MISMATCH' ? this.#before(of, decision) : null;
  }

  /** The trade that a server placed before it died, and not noted as the outcome. */
  async #before({ run }: RunOf, { key }: RunDecision): Promise<Outcome> {
    const reader = this.deps.book.read(run.username);
    const record = await reader.idempotencyRecord(key);
    const stored = record && (await reader.trade(record.tradeId));
    return stored && this.#placed(stored.trade);
  }

  async #placed(trade: Trade): Promise<Outcome> {
    const { id: tradeId, username, status, reason } = trade;
    if (status === 'CANCELED' && (await this.deps.runs.heldBack(username, [tradeId])).size > 0)
      return refused(HELD_BACK, trade);
    if (status !== 'REJECTED') return { state: 'TAKEN', tradeId, noTrade: null };
    const stored = await this.deps.book.read(username).trade(tradeId);
    const isDenied = stored?.orders.some((order) => order.status === 'DENIED');
    const code = isDenied ? 'RISK_DENIED' : 'VENUE_REJECTED';
    return refused(noTrade(code, reason ?? 'The venue refused it.'), trade);
  }

  /** Closes all that the strategy holds of a symbol. */
  async #exit(of: RunOf, decision: RunDecision): Promise<Outcome> {
    const held = (await this.#own(of, decision)).filter(({ trade }) => trade.phase === 'OPEN');
    if (held.length === 0)
      return refused(noTrade('NOTHING_HELD', 'The strategy holds nothing of it.'));
    for (const { trade } of held) await this.#close(of, decision, trade);
    return { state: 'TAKEN', tradeId: held[0]!.trade.id, noTrade: null };
  }

  async #close({ run, actor }: RunOf, { key }: RunDecision, trade: Trade): Promise<void> {
    if (trade.status === 'CLOSING') return;
    const idempotencyKey = this.deps.digest(`${key}\n${trade.id}`);
    const closing = { id: trade.id, idempotencyKey, orderType: 'MARKET' } as const;
    await this.#newest(trade, (expectedVersion) =>
      this.deps.door.close(actor, { ...closing, expectedVersion }, run.strategyId),
    );
  }

  /** Ends entries of the symbol that wait, at a venue or here. */
  async #cancel(of: RunOf, decision: RunDecision): Promise<Outcome> {
    const { run, actor } = of;
    const { runs, door, digest, clock } = this.deps;
    const waiting = await runs.waiting(run);
    const canceled = noTrade('CANCELED', 'The strategy canceled it before it was placed.');
    for (const { key, symbol, ask } of waiting)
      if (symbol === decision.symbol && ask.action === 'ENTER' && key !== decision.key)
        await runs.settle(run, key, { ...refused(canceled), settledAt: clock.now() });
    const entering = (await this.#own(of, decision)).filter(({ orders }) => isEntering(orders));
    for (const { trade } of entering) {
      const idempotencyKey = digest(`${decision.key}\n${trade.id}`);
      const cancel = (expectedVersion: number) =>
        door.cancel(actor, { id: trade.id, idempotencyKey, expectedVersion }, run.strategyId);
      await this.#newest(trade, cancel).catch((error: unknown) => {
        // It has filled or ended meanwhile.
        if (!(error instanceof Refusal)) throw error;
      });
    }
    return { state: 'TAKEN', tradeId: entering[0]?.trade.id ?? null, noTrade: null };
  }

  async #own({ run }: RunOf, { symbol }: RunDecision): Promise<readonly TradeAggregate[]> {
    const own = await this.deps.runs.activeTrades(run.username, run.strategyId);
    return own.filter(({ trade }) => trade.instrument.symbol === symbol);
  }

  /** Asks with the trade's present version; what was asked before a crash is done. */
  async #newest(trade: Trade, ask: (expectedVersion: number) => Promise<Trade>): Promise<void> {
    try {
      await atNewestVersion(this.deps.book, trade, ask);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'IDEMPOTENCY_MISMATCH') throw error;
    }
  }
}

const TOO_OLD = 'Its bar was older than its interval before anything could be done.';

function refused(why: NoTrade, trade: Trade | null = null) {
  return { state: 'NO_TRADE', tradeId: trade?.id ?? null, noTrade: why } as const;
}
