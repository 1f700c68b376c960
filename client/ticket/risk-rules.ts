import type { RefusedCheck } from '../lib/errors.ts';
import { Exact } from '../lib/exact.ts';
import { fixed, money } from '../lib/format.ts';

interface RuleWords {
  readonly name: string;
  readonly unit?: '%';
  /** True when the rule's limit is the least allowed, not the most. */
  readonly least?: true;
}

const RULES: Readonly<Record<string, RuleWords>> = {
  LOSS_STREAK: { name: 'Losses in a row' },
  MAX_SLIPPAGE: { name: 'Slippage', unit: '%' },
  MAX_PRICE_IMPACT: { name: 'Price impact', unit: '%' },
  MIN_PRICE_CONFIDENCE: { name: 'Price confidence', least: true },
  LIQUIDITY_SHARE: { name: 'Share of the pools', unit: '%' },
  TOKEN_SAFETY: { name: 'Token’s safety' },
  ROUND_TRIP: { name: 'Lost by a round trip', unit: '%' },
};

/** `maxOrderCost` as `Order cost`. */
function ruleName(rule: string): string {
  const known = RULES[rule];
  if (known) return known.name;
  const plain = rule
    .replace(/^(MAX_|MIN_|max(?=[A-Z])|min(?=[A-Z]))/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/Pct$/i, '%')
    .trim()
    .toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

export interface CheckView {
  name: string;
  text: string;
  share: number | null;
  state: 'ok' | 'near' | 'over';
}

function amount(text: string, unit = ''): string {
  if (!isNumber(text)) return text.replaceAll('_', ' ').toLowerCase();
  return (text.includes('.') ? money(text) : fixed(text, 0)) + unit;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function stateWord({ rule, actual, limit, passed }: RefusedCheck): string {
  if (actual) return amount(actual, RULES[rule]?.unit);
  if (limit && RULES[rule]) return 'not known';
  return limit ?? (passed ? 'passes' : 'refuses');
}

function shareUsed(actual: Exact, limit: Exact, passed: boolean): number {
  if (limit.isZero()) return passed ? 0 : 1;
  return actual.div(limit).toNumber();
}

/** A rule and how much of its limit is used. Numbers get a meter; states only a word. */
export function checkView(check: RefusedCheck): CheckView {
  const { actual, limit, passed } = check;
  const name = ruleName(check.rule);
  if (!actual || !limit || !isNumber(actual) || !isNumber(limit)) {
    return { name, text: stateWord(check), share: null, state: passed ? 'ok' : 'over' };
  }
  const { unit = '', least = false } = RULES[check.rule] ?? {};
  const share = shareUsed(new Exact(actual), new Exact(limit), passed);
  const near = least ? share < 1.05 : share >= 0.95;
  const state = !passed ? 'over' : near ? 'near' : 'ok';
  const text = `${amount(actual, unit)} ${least ? 'of at least' : 'of'} ${amount(limit, unit)}`;
  // A meter shows how much of a limit is used up; a lower limit is never used up.
  return { name, text, share: least ? null : share, state };
}
