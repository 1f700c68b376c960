/** The bracket that a CONFLICT carries as the current object; null where it carries none. */
export interface CurrentBracket {
  version: number;
  stopLoss: string | null;
  takeProfit: string | null;
  trailingPct: string | null;
}

export function currentBracket(current: unknown): CurrentBracket | null {
  if (typeof current !== 'object' || current === null) return null;
  const { version, stopLoss, takeProfit, trailingPct } = current as Record<string, unknown>;
  if (typeof version !== 'number') return null;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    version,
    stopLoss: text(stopLoss),
    takeProfit: text(takeProfit),
    trailingPct: text(trailingPct),
  };
}
