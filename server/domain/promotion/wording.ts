import type { GateRule, PromotionGate, Verdict } from './promotion.ts';

/** Builds a rule's gate from its verdict. */
export function gate(rule: GateRule, limit: string) {
  return (verdict: Verdict, actual: string | null, message: string): PromotionGate => ({
    ...{ rule, verdict, limit, actual, message },
  });
}

/** A gate that needs a count of at least a limit. */
export function atLeast(
  rule: GateRule,
  count: number,
  least: number,
  [one, many]: readonly [string, string],
): PromotionGate {
  const said = `${count} ${count === 1 ? one : many}`;
  const judge = gate(rule, `at least ${least}`);
  if (count >= least) return judge('PASS', String(count), `${said}: enough.`);
  return judge('NOT_ENOUGH_DATA', String(count), `${said}: ${least - count} more needed.`);
}

export function percent(points: number): string {
  return `${Number(points.toFixed(1))} %`;
}

/** A multiple of what was at risk, as text. */
export function multiple(value: number): string {
  const size = Math.abs(value).toFixed(3);
  return value < 0 && Number(size) > 0 ? `−${size}` : size;
}
