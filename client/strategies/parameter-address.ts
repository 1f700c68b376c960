const PREFIX = 'p.';

/** Parameters in an address, as a run of a sweep hands them to the form: name and text. */
export function parameterTexts(query: URLSearchParams): [string, string][] {
  return [...query]
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, text]) => [key.slice(PREFIX.length), text]);
}

/** The address of a strategy's form with some of its parameters filled in. */
export function takeAddress(strategyId: string, texts: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ do: 'edit' });
  for (const [name, text] of Object.entries(texts)) query.set(PREFIX + name, text);
  return `/strategies/${strategyId}?${query.toString()}`;
}
