import { createHash } from 'node:crypto';
import type { Decision } from '../../../domain/backtest/backtest-report.ts';
import { cutOff, decidedBy, instantsToCheck } from '../../../domain/backtest/look-ahead.ts';
import type { Shipped } from '../../../ports/strategies.ts';
import { reportOf } from './report-of.ts';
import type { DecideAnswer, DecideAsked, SharedCells } from './tasks.ts';

/** Runs a backtest, perhaps on cut-off data, to see what it decides; null when it was canceled. */
export async function decideTask(
  { cut, ...asked }: DecideAsked,
  cells: SharedCells,
  shipped: Shipped,
): Promise<DecideAnswer | null> {
  const data = cut === null ? asked.data : cutOff(asked.data, cut);
  const decisions: Decision[] = [];
  const found = await reportOf({ ...asked, data }, cells, shipped, { decisions });
  if (!found) return null;
  const instants = cut === null ? instantsToCheck(decisions) : [cut];
  const decided = instants.map((at) => ({ at, digest: digestOf(decidedBy(decisions, at)) }));
  return { hash: found.hash, decided };
}

function digestOf(decisions: readonly Decision[]): string {
  const hash = createHash('sha256');
  for (const { at, asked } of decisions) hash.update(JSON.stringify([at, asked]));
  return hash.digest('hex');
}
