/** The columns of each kind of file. */
export const REQUIRED = {
  bars: ['symbol', 'at', 'open', 'high', 'low', 'close'],
  quotes: ['symbol', 'at', 'bid', 'ask'],
} as const;

export const OPTIONAL: Readonly<Record<'bars' | 'quotes', readonly string[]>> = {
  bars: ['volume'],
  quotes: ['underlyingPrice', 'iv', 'delta', 'gamma', 'theta', 'vega'],
};

/** The field and the reason of what is wrong with the header; null when it is right. */
export function headerProblem(
  names: readonly string[],
): { readonly field: string; readonly reason: string } | null {
  const kind = kindOf(names);
  const missing = REQUIRED[kind].find((name) => !names.includes(name));
  if (missing !== undefined) return { field: missing, reason: 'The column is missing.' };
  const known: readonly string[] = [...REQUIRED[kind], ...OPTIONAL[kind]];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return { field: unknown, reason: 'Unknown column.' };
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return twice === undefined ? null : { field: twice, reason: 'The column is there twice.' };
}

export function kindOf(names: readonly string[]): 'bars' | 'quotes' {
  return names.includes('bid') || names.includes('ask') ? 'quotes' : 'bars';
}

/** The lower limit of a column's values, and whether the limit itself is allowed. */
const LOWEST: Readonly<Record<string, { readonly limit: number; readonly included: boolean }>> = {
  ...Object.fromEntries(
    ['open', 'high', 'low', 'close', 'ask', 'underlyingPrice'].map((name) => [
      name,
      { limit: 0, included: false },
    ]),
  ),
  // A contract far out of the money may have no buyer.
  ...{ bid: { limit: 0, included: true }, volume: { limit: 0, included: true } },
  iv: { limit: 0, included: true },
};

/** Why a value does not fit its column; null when it fits. */
export function valueProblem(name: string, value: number): string | null {
  const lowest = LOWEST[name];
  if (!lowest) return null;
  if (value > lowest.limit || (lowest.included && value === lowest.limit)) return null;
  return lowest.included ? 'Below 0.' : 'Not positive.';
}

/** The field and the reason of a contradiction within a row; null when there is none. */
export function rowProblem(
  kind: 'bars' | 'quotes',
  value: (name: string) => number,
): { readonly field: string; readonly reason: string } | null {
  if (kind === 'quotes')
    return value('bid') > value('ask')
      ? { field: 'bid', reason: 'The bid is above the ask.' }
      : null;
  const [open, high, low, close] = [value('open'), value('high'), value('low'), value('close')];
  if (high < Math.max(open, low, close))
    return { field: 'high', reason: 'The high is below another price of the bar.' };
  if (low > Math.min(open, close))
    return { field: 'low', reason: 'The low is above another price of the bar.' };
  return null;
}
