import { grouped } from '../../domain/grouped.ts';
import type { OptionContract } from '../../domain/instrument/instrument.ts';

type Contracts = readonly OptionContract[];

/** The requests of one round of live marks; each array is one request. */
export interface LivePlan {
  /** All rows of one underlying's held expirations: `live/strikes/monthly`. */
  readonly byUnderlying: readonly Contracts[];
  /** Up to ten contracts of any underlyings by OCC symbol: `live/strikes/options`. */
  readonly byOcc: readonly Contracts[];
}

/** The most OCC symbols that ORATS takes at once. */
export const BATCH = 10;

/**
 * The fewest requests that cover all contracts, because plans limit requests per month. Underlyings with the
 * most contracts are requested whole, and the rest by symbol when that saves requests.
 */
export function planLive(contracts: Contracts): LivePlan {
  const groups = groupsOf(contracts).sort((a, b) => b.length - a.length);
  let best: LivePlan = { byUnderlying: groups, byOcc: [] };
  for (let whole = groups.length - 1; whole >= 0; whole -= 1) {
    const byOcc = batchesOf(groups.slice(whole).flat());
    if (whole + byOcc.length < best.byUnderlying.length + best.byOcc.length) {
      best = { byUnderlying: groups.slice(0, whole), byOcc };
    }
  }
  return best;
}

export function batchesOf<Item>(items: readonly Item[]): readonly Item[][] {
  const count = Math.ceil(items.length / BATCH);
  return Array.from({ length: count }, (_, n) => items.slice(n * BATCH, (n + 1) * BATCH));
}

export function groupsOf(contracts: Contracts): OptionContract[][] {
  return [...grouped(contracts, ({ underlying }) => underlying).values()];
}
