import type { DeskReads, StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { LiveAnswer } from '../../ports/live-host.ts';

/**
 * What a strategy read, and the quotes at that time of what it acts on besides its own symbols: it gets no bars of a
 * contract that it holds, so nothing else shows what the market was.
 */
export function withActedOn(
  { symbols }: Pick<StrategyRun, 'symbols'>,
  { reads, asked }: Pick<LiveAnswer, 'reads' | 'asked'>,
  known: DeskReads,
): DeskReads {
  const acted = asked.map((ask) => (ask.action === 'ENTER' ? ask.entry.symbol : ask.symbol));
  const quotes = acted.flatMap((symbol) => {
    const quote = symbols.includes(symbol) ? null : known.quotes[symbol];
    return quote ? [[symbol, quote] as const] : [];
  });
  if (quotes.length === 0) return reads;
  return { ...reads, quotes: { ...Object.fromEntries(quotes), ...reads.quotes } };
}
