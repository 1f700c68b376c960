import type { Listed } from './instrument.ts';
import { parseOccSymbol } from './occ-symbol.ts';
import { deskSymbol } from './symbol-forms.ts';

/** Capitals, as exchanges write tickers: at most five and a class. The rest of a mint that was cut off never fits. */
const TICKER = /^[A-Z]{1,5}([./-][A-Z])?$/;

/** The option or share that an OCC symbol or a ticker names; null for any other text. */
export function listedOf(text: string): Listed | null {
  const typed = text.trim();
  const contract = parseOccSymbol(typed);
  if (contract) return contract;
  if (!TICKER.test(typed)) return null;
  const symbol = deskSymbol(typed);
  return { assetClass: 'EQUITY', symbol, underlying: symbol, multiplier: 1 };
}
