import type { RefusedCheck } from '../lib/errors.ts';
import { Exact } from '../lib/exact.ts';
import { fixed } from '../lib/format.ts';

/** `maxOrderCost` as `Order cost`. */
function ruleName(rule: string): string {
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

function amount(text: string): string {
  return /^-?\d+(\.\d+)?$/.test(text)
    ? fixed(text, text.includes('.') ? 2 : 0)
    : text.replaceAll('_', ' ').toLowerCase();
}

function isNumber(text: string | null | undefined): text is string {
  return typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text);
}

function stateWord({ actual, limit, passed }: RefusedCheck): string {
  if (actual) return amount(actual);
  return limit ?? (passed ? 'passes' : 'refuses');
}

/** A rule and how much of its limit is used. Numbers get a meter; states only a word. */
export function checkView(check: RefusedCheck): CheckView {
  const { actual, limit, passed } = check;
  const name = ruleName(check.rule);
  if (!isNumber(actual) || !isNumber(limit)) {
    return { name, text: stateWord(check), share: null, state: passed ? 'ok' : 'over' };
  }
  const most = new Exact(limit);
  const share = most.isZero() ? (passed ? 0 : 1) : new Exact(actual).div(most).toNumber();
  const state = !passed ? 'over' : share >= 0.95 ? 'near' : 'ok';
  return { name, text: `${amount(actual)} of ${amount(limit)}`, share, state };
}
