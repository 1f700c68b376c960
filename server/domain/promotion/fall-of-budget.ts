import { ZERO, type Decimal } from '../decimal.ts';
import type { EvidenceTrade } from './evidence.ts';

/**
 * The most that a strategy's money fell below its earlier highest, in percent points of that highest. Its money
 * is the budget, or without one the most that it ever had at risk at once, and what it has earned since. Null:
 * it never had money at work, or its loss has no bound.
 */
export function fallOfBudget(
  trades: readonly EvidenceTrade[],
  budget: Decimal | null,
): number | null {
  const money = budget ?? mostAtRisk(trades);
  if (!money?.greaterThan(0)) return null;
  const results = trades
    .flatMap(({ closedAt, net }) => (closedAt && net ? { at: closedAt.getTime(), net } : []))
    .sort((a, b) => a.at - b.at);
  let [now, highest, worst] = [money, money, ZERO];
  for (const { net } of results) {
    now = now.plus(net);
    if (now.greaterThan(highest)) highest = now;
    const fall = highest.minus(now).div(highest);
    if (fall.greaterThan(worst)) worst = fall;
  }
  return worst.times(100).toNumber();
}

function mostAtRisk(trades: readonly EvidenceTrade[]): Decimal | null {
  const moves: { at: number; risk: Decimal }[] = [];
  for (const { openedAt, closedAt, atRisk } of trades) {
    if (!atRisk) return null;
    moves.push({ at: openedAt.getTime(), risk: atRisk });
    if (closedAt) moves.push({ at: closedAt.getTime(), risk: atRisk.negated() });
  }
  // A trade that ends at an instant frees its money for one that begins then.
  moves.sort((a, b) => a.at - b.at || a.risk.comparedTo(b.risk));
  let [now, most] = [ZERO, ZERO];
  for (const { risk } of moves) {
    now = now.plus(risk);
    if (now.greaterThan(most)) most = now;
  }
  return most;
}
