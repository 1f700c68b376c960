import { parseOccSymbol } from './occ-symbol.ts';
import { spellings } from './share-class.ts';

/** Base58, 32 bytes: its case is a part of it. */
const MINT = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;

/**
 * What a typed symbol may be stored as: a contract's compact symbol, padded or not and in any case; every
 * spelling of a class share; a mint as it is.
 */
export function symbolForms(text: string): readonly string[] {
  const typed = text.trim();
  if (MINT.test(typed)) return [typed];
  const contract = parseOccSymbol(typed);
  return contract ? [contract.symbol] : spellings(typed);
}

/** The one form that the desk asks its sources by. */
export function deskSymbol(text: string): string {
  return symbolForms(text)[0] ?? text;
}
