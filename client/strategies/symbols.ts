import { isMint } from '../lib/instrument.ts';

/**
 * The symbols in a typed text, each once, with spaces or commas between them. Tickers become capitals, unless
 * `known` has them as they are typed; a mint stays, because its case counts.
 */
export function symbolsOf(text: string, known: readonly string[] = []): string[] {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const named = words.map((word) =>
    known.includes(word) || isMint(word) ? word : word.toUpperCase(),
  );
  return [...new Set(named)];
}
