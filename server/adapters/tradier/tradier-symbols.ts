import { z } from 'zod';
import type { SymbolMatch } from '../../ports/market-data.ts';
import type { Fields } from './tradier-client.ts';
import { many, maybeText } from './tradier-envelope.ts';

const security = z.object({
  symbol: z.string().min(1).max(12),
  description: maybeText.catch(null),
  exchange: maybeText.catch(null),
  type: maybeText.catch(null),
});
export const securitiesReply = z.object({ securities: many('security', z.unknown()) });

type Read = <Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  query: Fields,
) => Promise<z.output<Shape>>;

const MOST = 20;

/**
 * Searches by ticker (`lookup`), then by name (`search`). Neither says whether there are options. Unreadable
 * rows are left out.
 */
export async function searchSymbols(read: Read, text: string): Promise<readonly SymbolMatch[]> {
  const [byTicker, byName] = await Promise.all(
    ['lookup', 'search'].map((what) => read(`/markets/${what}`, securitiesReply, { q: text })),
  );
  const found = new Map<string, SymbolMatch>();
  for (const row of [...(byTicker?.securities ?? []), ...(byName?.securities ?? [])]) {
    const match = security.safeParse(row);
    if (!match.success || found.has(match.data.symbol)) continue;
    const { symbol, description, exchange, type } = match.data;
    found.set(symbol, {
      symbol,
      description: description ?? '',
      exchange,
      type: type ?? 'unknown',
      optionable: null,
    });
  }
  const exact = text.toUpperCase();
  const matches = [...found.values()];
  return [
    ...matches.filter(({ symbol }) => symbol === exact),
    ...matches.filter(({ symbol }) => symbol !== exact),
  ].slice(0, MOST);
}
