import { parseOccSymbol } from './occ-symbol.ts';
import { spellings } from './share-class.ts';

/** A mint: base58, 32 bytes; case matters. */
const MINT = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;

/**
 * The stored forms that a typed symbol may match: a contract's compact symbol, padded or not and in any case;
 * every spelling of a class share; a mint unchanged.
 */
export function symbolForms(text: string): readonly string[] {
  const typed = text.trim();
  if (MINT.test(typed)) return [typed];
  const contract = parseOccSymbol(typed);
  return contract ? [contract.symbol] : spellings(typed);
}

/** The one form in which the desk asks its sources. */
export function deskSymbol(text: string): string {
  return symbolForms(text)[0] ?? text;
}
