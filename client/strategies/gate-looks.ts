import type { PromotionPartsFragment, StrategyStage, Verdict } from '../gql/graphql.ts';
import { counted, words } from '../lib/format.ts';
import type { IconName } from '../ui/icons.ts';
import { RUNGS } from './rungs.ts';

interface VerdictLook {
  readonly icon: IconName;
  readonly word: string;
}

export const VERDICT_LOOKS: Readonly<Record<Verdict, VerdictLook>> = {
  PASS: { icon: 'ok', word: 'PASS' },
  FAIL: { icon: 'cross', word: 'FAIL' },
  NOT_ENOUGH_DATA: { icon: 'waiting', word: 'NOT ENOUGH DATA' },
};

/** WAITING: the desk has not answered yet. FAILED: it could not be asked. */
export type UnknownGate = 'WAITING' | 'FAILED';

export const UNKNOWN_LOOKS: Readonly<Record<UnknownGate, VerdictLook>> = {
  WAITING: { icon: 'clock', word: 'not read yet' },
  FAILED: { icon: 'question', word: 'could not be read' },
};

const NAMES: Readonly<Record<string, string>> = {
  TRADES: 'Closed trades',
  DAYS: 'Trading days',
  EXPECTANCY: 'Expectancy',
  DRAWDOWN: 'Deepest drawdown',
  LOOK_AHEAD: 'Look-ahead',
  DRIFT: 'Drift',
  COMPLETENESS: 'Bars in time',
  BREAKER: 'Breaker drill',
};

export function gateName(rule: string): string {
  return NAMES[rule] ?? words(rule);
}

/** The rung below; null for the lowest rung. */
export function rungBelow(stage: StrategyStage): StrategyStage | null {
  return RUNGS[RUNGS.findIndex((rung) => rung.stage === stage) - 1]?.stage ?? null;
}

export function passedText({ gates }: PromotionPartsFragment): string {
  const passed = gates.filter(({ verdict }) => verdict === 'PASS').length;
  return `${passed} of ${gates.length} pass`;
}

/** Whether the gates still wait for a backtest's look for the future, which takes a moment. */
export function waitsForLook({ trades, gates }: PromotionPartsFragment): boolean {
  return (
    trades !== 0 &&
    gates.some(({ rule, verdict }) => rule === 'LOOK_AHEAD' && verdict === 'NOT_ENOUGH_DATA')
  );
}

/** What the gates say together. */
export function verdictText(report: PromotionPartsFragment): string {
  const { verdict, to, tradesNeeded, gates } = report;
  if (verdict === 'FAIL') {
    const failed = gates.filter((gate) => gate.verdict === 'FAIL');
    return `${failed.map(({ rule }) => gateName(rule)).join(' and ')} ${failed.length === 1 ? 'fails' : 'fail'}.`;
  }
  if (verdict === 'PASS')
    return to ? `Every gate to ${words(to)} passes.` : 'Every gate passes; no rung is higher.';
  if (tradesNeeded == null) return 'Not enough data.';
  return `Not enough data: about ${counted(tradesNeeded, 'more trade')}.`;
}

/** What a rung allows. */
export const ALLOWS: Readonly<Record<StrategyStage, string>> = {
  BACKTEST: 'It is tried on the past. It may still run in PAPER.',
  PAPER: 'It has earned its place in PAPER. It may not enter with real money.',
  SMALL_REAL: 'It may enter with real money for a tenth of its budget, while REAL is armed.',
  FULL_REAL: 'It may enter with real money for its whole budget, while REAL is armed.',
};
