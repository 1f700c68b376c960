import type { OptionContract } from '../../domain/instrument/instrument.ts';

type Contracts = readonly OptionContract[];

/** What one round of live marks asks: each entry is one request. */
export interface LivePlan {
  /** All rows of the expirations held of one underlying: `live/strikes/monthly`. */
  readonly byUnderlying: readonly Contracts[];
  /** Up to ten contracts of any underlyings by their OCC symbols: `live/strikes/options`. */
  readonly byOcc: readonly Contracts[];
}

/** ORATS takes so many OCC symbols at once. */
export const BATCH = 10;

/**
 * The fewest requests that tell of all contracts, for plans allow so many a month: underlyings of which
 * most is held are asked whole, and the rest by symbol where that saves any.
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
  const groups = new Map<string, OptionContract[]>();
  for (const contract of contracts) {
    groups.set(contract.underlying, [...(groups.get(contract.underlying) ?? []), contract]);
  }
  return [...groups.values()];
}
