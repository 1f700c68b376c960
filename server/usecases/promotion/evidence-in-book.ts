import type { TradingMode } from '../../domain/mode.ts';
import type { BreakerEvidence, Evidence } from '../../domain/promotion/evidence.ts';
import { fallOfBudget } from '../../domain/promotion/fall-of-budget.ts';
import { evidenceOfTrade, isInDoubt } from '../../domain/promotion/trade-evidence.ts';
import { budgetIn } from '../../domain/strategy/entry-checks.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import type { PromotionDeps } from './promotion-deps.ts';

const DAY_MS = 86_400_000;
/** Bars of earlier days say nothing about how the desk serves it now, and would be more each year. */
const BARS_OF_DAYS = 30;
/** Longer than a drill counts, so that a drill that no longer counts is still shown with its date. */
const HALT_OF_DAYS = 90;

/** What a strategy did in one book since its evidence began. */
export async function evidenceInBook(
  { books, drift }: Pick<PromotionDeps, 'books' | 'drift'>,
  strategy: SavedStrategy,
  mode: TradingMode,
  base: Pick<Evidence, 'strategyId' | 'from' | 'since' | 'now'>,
): Promise<Evidence> {
  const { id, username, since } = strategy;
  const { runs, evidence } = books[mode];
  const within = (days: number) =>
    new Date(Math.max(since.getTime(), base.now.getTime() - days * DAY_MS));
  const lately = within(BARS_OF_DAYS);
  const drills = within(HALT_OF_DAYS);
  const [filled, active, ran, halt, breach, drifted] = await Promise.all([
    runs.tradesSince(username, id, since),
    runs.activeTrades(username, id),
    runs.since(username, id, lately),
    evidence.lastHalt(username, id, drills),
    evidence.lastBreach(username, id, drills),
    drift(mode, username, id, since),
  ]);
  const bars = await evidence.barsOf(username, ran, lately);
  const trades = filled.flatMap((trade) => evidenceOfTrade(trade) ?? []);
  const fall = fallOfBudget(trades, budgetIn(mode, strategy));
  // An order without an answer is under way: its trade is an active one.
  const inDoubt = new Set([
    ...active.filter(isInDoubt).map(({ trade }) => trade.id),
    ...filled.filter(({ status }) => status === 'NEEDS_REVIEW').map(({ id }) => id),
  ]).size;
  return {
    ...{ ...base, trades, tried: 1, maxDrawdownPct: fall },
    ...{ lookAhead: null, drift: drifted, completeness: { ...bars, inDoubt } },
    breaker: newestDrill(halt, breach),
  };
}

/** The journal shows a halt by an entry that it stopped; the log shows one by an entry that it did not stop. */
function newestDrill(halt: Date | null, breach: Date | null): BreakerEvidence | null {
  if (breach && (!halt || breach >= halt)) return { at: breach, stopped: false };
  return halt && { at: halt, stopped: true };
}
