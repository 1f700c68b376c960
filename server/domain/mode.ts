export type TradingMode = 'PAPER' | 'REAL';

const PREFIX: Record<TradingMode, string> = { PAPER: 'paper_', REAL: 'real_' };

/** The prefix of the mode in the ids of trades and of what belongs to them. */
export function idPrefix(mode: TradingMode): string {
  return PREFIX[mode];
}

export function modeOfId(id: string): TradingMode | null {
  if (id.startsWith(PREFIX.PAPER)) return 'PAPER';
  return id.startsWith(PREFIX.REAL) ? 'REAL' : null;
}
