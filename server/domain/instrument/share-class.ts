/** A class, unit, warrant or preferred after a separator: `BRK.B`, `BRK/B`, `BRK-B`, `BAC.PRL`. */
const SEPARATED = /^([A-Z]{1,5})[./-]([A-Z]{1,4})$/;

/** A mint has at least this many letters, whose case counts; every ticker has fewer. */
const MINT_LETTERS = 32;

/** `BRK/B` for `BRK.B`, `brk.b` and `BRK-B`; a ticker without a class in capitals; a mint unchanged. */
export function classTicker(ticker: string): string {
  const typed = ticker.trim();
  if (typed.length >= MINT_LETTERS) return typed;
  const name = typed.toUpperCase();
  const [, root, letter] = SEPARATED.exec(name) ?? [];
  return root ? `${root}/${letter}` : name;
}

/** The spelling in option roots: `BRKB` for `BRK/B`. */
export function joinedTicker(ticker: string): string {
  return classTicker(ticker).replace('/', '');
}

/** Every spelling that a stored or typed ticker may have; a ticker without a class has one. */
export function spellings(ticker: string): readonly string[] {
  const name = classTicker(ticker);
  const forms = ['/', '.', '-', ''].map((separator) => name.replace('/', separator));
  return [...new Set(forms)];
}

/**
 * Whether limits count two underlyings as one. A root does not show where the class begins (`BFB` for
 * `BF/B`), and no other company may use it, so the joined forms decide.
 */
export function isSameCompany(one: string, other: string): boolean {
  return joinedTicker(one) === joinedTicker(other);
}

/**
 * The same key for every spelling of a share, to compare stored, typed and venue symbols. For a contract or a
 * mint it is the symbol itself.
 */
export function symbolKey(symbol: string): string {
  const [, root, letter] = SEPARATED.exec(symbol) ?? [];
  return root ? `${root}${letter}` : symbol;
}

export function isSameSymbol(one: string, other: string): boolean {
  return one === other || symbolKey(one) === symbolKey(other);
}
