import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import { strategyChecks } from '../../domain/strategy/entry-checks.ts';
import type { StrategyMark } from '../../domain/trade/strategy-mark.ts';
import { Refusal, type RiskCheck } from '../../domain/refusal.ts';
import { committedOf } from '../../domain/risk/reserved.ts';
import type { TicketMoney } from '../../domain/ticket/ticket-money.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import type { Page } from '../../ports/book-page.ts';
import type { BookChange, BookReader } from '../../ports/book.ts';
import { storeDecided } from '../steps/change-trade.ts';
import { begin, idsAgain, type Decided } from '../steps/decision.ts';
import { DENY_ENTRY, type EntryGiven } from './entry-kinds.ts';

/** The strategy for which a run enters: it asks without a person, and has less to spend than the person. */
export interface StrategyTerms extends Pick<SavedStrategy, 'budget' | 'stage'> {
  readonly mark: StrategyMark;
  /** See `StrategyRun`. */
  readonly boundBy: string | null;
}

/** The mark of a strategy's trade; null: no strategy enters. */
export function markOfRun(strategy: StrategyTerms | null): StrategyMark | null {
  return strategy?.mark ?? null;
}

/** A strategy's entry that a rule stopped. `trade` is kept of it; null: the same was kept lately, or the run ended. */
export class EntryDenied extends Refusal {
  constructor(
    { code, message, detail }: Refusal,
    readonly trade: Trade | null,
  ) {
    super(code, message, detail);
  }
}

/** A denial for the same rules is kept once in this time, in milliseconds. */
const KEPT_MS = 3_600_000;
/** Refused trades that are looked at together. */
const PAGE = 10;

/** The rules that hold for a strategy's entry alone, read in the transaction that would store it. */
export async function checksOfStrategy(
  reader: BookReader,
  { mark, stage, budget }: StrategyTerms,
  {
    mode,
    money,
    active,
  }: { mode: Trade['mode']; money: TicketMoney; active: readonly TradeAggregate[] },
): Promise<readonly RiskCheck[]> {
  const own = active.filter(({ trade }) => trade.strategyRun?.strategyId === mark.strategyId);
  return strategyChecks({
    ...{ mode, stage, budget, capital: money.capital, committed: committedOf(own) },
    status: await reader.runStatus(mark.runId),
  });
}

/**
 * Keeps what a rule stopped as a REJECTED trade whose order is DENIED, unless the same rules stopped the strategy
 * within the hour, or its run has ended: then no decision waits for an answer.
 */
export async function keepDenied(
  change: BookChange,
  entry: Decided<void>,
  refusal: Refusal,
): Promise<Trade | null> {
  const rules = failedRules(refusal);
  if (rules.includes('STRATEGY_RUN')) return null;
  if (await wasKeptLately(change, entry.draft, rules)) return null;
  const { at, actor, ids, input } = entry.made;
  const by = { at, actor, ids: idsAgain(ids) };
  const given = { entry: input as EntryGiven, rules, reason: refusal.message };
  const kept = begin(DENY_ENTRY, by, given);
  await storeDecided(change, kept);
  return kept.draft.trade;
}

/** Whether the only rule that stops the entry waits for the log to be read, as after each start. */
export function waitsForLog(refusal: Refusal): boolean {
  const rules = failedRules(refusal);
  return rules.length > 0 && rules.every((rule) => rule === 'LOG_READ');
}

/** A strategy may have been renamed meanwhile: its mark tells it, not its name. */
async function wasKeptLately(
  change: BookChange,
  { trade: { strategyRun }, at }: TradeDraft,
  rules: readonly string[],
): Promise<boolean> {
  const closedFrom = new Date(at.getTime() - KEPT_MS);
  const filter = { status: ['REJECTED'] as const, closedFrom };
  for (let after: string | null = null; ;) {
    const page: Page<Trade> = await change.trades(
      'CLOSED',
      filter,
      { first: PAGE, after },
      'CLOSED',
    );
    const isKept = page.items.some(({ item: each }) => {
      if (each.strategyRun?.strategyId !== strategyRun?.strategyId) return false;
      const { deniedBy } = (each.context.extra ?? {}) as { deniedBy?: readonly string[] };
      return deniedBy?.join() === rules.join();
    });
    if (isKept || !page.hasNextPage) return isKept;
    after = page.items.at(-1)!.cursor;
  }
}

function failedRules({ detail }: Refusal): readonly string[] {
  return (detail.checks ?? []).filter(({ passed }) => !passed).map(({ rule }) => rule);
}
