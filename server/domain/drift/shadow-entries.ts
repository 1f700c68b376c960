import { instrumentOf } from '../bars/instrument-of.ts';
import type { Decimal } from '../decimal.ts';
import type { Compared } from './derive-rows.ts';
import { netOf } from './drift-trade.ts';
import { pairTrades } from './pair-trades.ts';

/** The result that an entry which became no trade would have had. */
export interface ShadowEntry {
  /** The key of the decision. */
  readonly key: string;
  /** Dollars after fees; null: `note` says why it is not known. */
  readonly pnl: Decimal | null;
  readonly note: string | null;
}

const NOT_MADE = 'The reference did not make this trade either.';
const UNFOLLOWED = 'Nobody recorded the quotes of a contract that was not held.';

/** Finds them in the reference, which made the trades that limits or the market stopped here; only ended ones. */
export function shadowEntries(compared: Compared): readonly ShadowEntry[] {
  const { expected, actual, unfilled, nearMs, problem } = compared;
  const ended = unfilled.filter((entry) => entry.unfilled !== 'WAITING');
  if (problem !== null) return ended.map(({ id: key }) => ({ key, pnl: null, note: problem }));
  const asked = [...actual, ...unfilled];
  return pairTrades(expected, asked, nearMs).flatMap((pair): ShadowEntry[] => {
    const { expected: one, actual: other } = pair;
    if (!other || !('unfilled' in other) || other.unfilled === 'WAITING') return [];
    const { id: key } = other;
    if (one === null) {
      const { contract } = instrumentOf(other.symbol);
      return [{ key, pnl: null, note: contract ? UNFOLLOWED : NOT_MADE }];
    }
    if (one.unknown !== undefined) return [{ key, pnl: null, note: one.unknown }];
    const { result } = one;
    return result ? [{ key, pnl: netOf({ ...one, result }), note: null }] : [];
  });
}
