import type {
  NoTradeCode,
  NoTradeRowFragment,
  RunPartsFragment,
  StrategyPartsFragment,
  StrategyRunStatus,
  TradingMode,
} from '../gql/graphql.ts';
import { exact, type Exact } from '../lib/exact.ts';
import { quantity, words } from '../lib/format.ts';
import { symbolName } from '../lib/instrument.ts';
import type { IconName } from '../ui/icons.ts';

export interface RunLook {
  readonly icon: IconName;
  readonly tone: 'open' | 'dashed' | 'gain' | 'loss' | 'caution' | 'off';
  readonly word: string;
}

const LOOKS: Readonly<Record<StrategyRunStatus, RunLook>> = {
  RUNNING: { icon: 'dot', tone: 'open', word: 'runs' },
  STOPPED: { icon: 'square', tone: 'off', word: 'stopped' },
  FAILED: { icon: 'cross', tone: 'loss', word: 'failed' },
};
const LOCKED: RunLook = { icon: 'lock', tone: 'off', word: 'locked' };
const NEVER: RunLook = { icon: 'hollow', tone: 'off', word: 'not started' };

type Ladder = Pick<StrategyPartsFragment, 'stage' | 'budget'>;

/** Why a strategy's own state keeps it from a start in a book; null when it does not. */
export function lockedWhy(mode: TradingMode, { stage, budget }: Ladder): string | null {
  if (mode === 'PAPER') return null;
  if (stage === 'BACKTEST' || stage === 'PAPER') return `It is on rung ${words(stage)}.`;
  return budget === null || budget === undefined ? 'It has no budget.' : null;
}

/** The lamp of one book; `run` is null when the strategy was never started there. */
export function lampOf(
  mode: TradingMode,
  strategy: Ladder,
  run: Pick<RunPartsFragment, 'status'> | null,
): RunLook {
  if (run && run.status !== 'STOPPED') return LOOKS[run.status];
  if (lockedWhy(mode, strategy)) return LOCKED;
  return run ? LOOKS[run.status] : NEVER;
}

const SMALL_PART = '0.1';

/** Dollars that a strategy may have at work in a book; null without a limit. */
export function budgetIn(mode: TradingMode, { stage, budget }: Ladder): Exact | null {
  const whole = exact(budget);
  return whole && mode === 'REAL' && stage === 'SMALL_REAL' ? whole.times(SMALL_PART) : whole;
}

/** What of its budget a run has at work, and what is left for entries. */
export interface BudgetUse {
  readonly budget: Exact;
  /** Below 0: so much more is at work than it may have. Null: its rung admits no entry. */
  readonly left: Exact | null;
  /** 1 is all of it; null: a budget of 0 has no share. */
  readonly share: number | null;
}

/** Null: without a limit. */
export function budgetUse(
  mode: TradingMode,
  strategy: Ladder,
  { committed }: Pick<RunPartsFragment, 'committed'>,
): BudgetUse | null {
  const budget = budgetIn(mode, strategy);
  const used = exact(committed);
  if (!budget || !used) return null;
  const left = lockedWhy(mode, strategy) ? null : budget.minus(used);
  return { budget, left, share: budget.gt(0) ? used.div(budget).toNumber() : null };
}

const CODES: Readonly<Record<NoTradeCode, string>> = {
  RISK_DENIED: 'Over a limit',
  STRATEGY_BUDGET: 'Over its budget',
  PROMOTION: 'Rung too low',
  REAL_NOT_ARMED: 'REAL not armed',
  KILL_SWITCH: 'Kill switch',
  MARKET_CLOSED: 'Market closed',
  PRICE_UNTRUSTED: 'Price not trusted',
  BAD_ORDER: 'Not an order',
  NOTHING_HELD: 'Nothing held',
  BAR_TOO_OLD: 'Bar too old',
  RUN_STOPPED: 'Run stopped',
  CANCELED: 'Canceled',
  VENUE_REJECTED: 'Venue refused',
  NEVER_FILLED: 'Never filled',
  FAILED: 'Desk failed',
};

export function codeName(code: NoTradeCode): string {
  return CODES[code];
}

/** What a strategy asked for, in words: "buy 2", "close", "cancel the entry". */
export function askedText({
  action,
  side,
  quantity: units,
}: Pick<NoTradeRowFragment, 'action' | 'side' | 'quantity'>): string {
  if (action === 'EXIT') return 'close';
  if (action === 'CANCEL') return 'cancel the entry';
  const what = side ? words(side).toLowerCase() : 'enter';
  return units && /^\d+(\.\d+)?$/.test(units) ? `${what} ${quantity(units)}` : what;
}

export function askedName(row: Pick<NoTradeRowFragment, 'symbol'>): string {
  return symbolName(row.symbol);
}
