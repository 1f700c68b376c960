import type { StrategyQuote } from '../../../domain/strategy/strategy.ts';
import type { DeskReads } from '../../../domain/strategy/strategy-run.ts';

/** Restores what a strategy read from JSON, in which instants are ISO text. */
export function readsFromJson(reads: DeskReads): DeskReads {
  return {
    ...reads,
    quotes: each(reads.quotes, (quote: StrategyQuote | null) => quote && timed(quote)),
    chains: each(reads.chains, (chain) => chain.map(timed)),
  };
}

function each<T>(parts: Readonly<Record<string, T>>, read: (part: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, read(part)]));
}

export function timed<T extends { readonly at: Date }>(part: T): T {
  return { ...part, at: new Date(part.at) };
}
