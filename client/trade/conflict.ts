import type { DeskError } from '../lib/errors.ts';

/** The bracket that a CONFLICT carries. */
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

/** The state of a trade that a reader sees before a request. */
export interface SeenTrade {
  readonly version: number;
  readonly status: string;
  readonly openQuantity: string;
  readonly filledQuantity: string;
  readonly stopLoss: string | null;
  readonly takeProfit: string | null;
}

type Shown = Omit<SeenTrade, 'stopLoss' | 'takeProfit'> & {
  readonly stopLoss?: string | null;
  readonly takeProfit?: string | null;
};

export function seenTrade(trade: Shown): SeenTrade {
  const { version, status, openQuantity, filledQuantity } = trade;
  const { stopLoss = null, takeProfit = null } = trade;
  return { version, status, openQuantity, filledQuantity, stopLoss, takeProfit };
}

/** The current trade, when the mutation failed with a CONFLICT that carries it; else null. */
export function tradeNow(failed: DeskError | null): SeenTrade | null {
  if (failed?.code !== 'CONFLICT') return null;
  const { current } = failed;
  const bracket = currentBracket(current);
  if (!bracket) return null;
  const { status, openQuantity, filledQuantity } = current as Record<string, unknown>;
  const whole = [status, openQuantity, filledQuantity].every((value) => typeof value === 'string');
  return whole ? seenTrade({ ...(current as Shown), ...bracket }) : null;
}
