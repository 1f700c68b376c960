import type { LookAheadEvidence } from '../../../domain/promotion/evidence.ts';
import { StrategyFailed } from '../../../ports/backtest-pool.ts';
import type { DecideAnswer } from './tasks.ts';

type Decide = (cut: number | null) => Promise<DecideAnswer | null>;

/**
 * Compares what a run decided with what it decides on data that is cut off after some of its decisions. A run
 * that fails without the later data leaks. Null: it was ended, or its hash is no longer this one.
 */
export async function lookAheadOf(decide: Decide, hash: string): Promise<LookAheadEvidence | null> {
  const whole = await decide(null);
  if (whole?.hash !== hash) return null;
  for (const { at, digest } of whole.decided) {
    const cut = await decide(at).catch((error: unknown) => {
      if (error instanceof StrategyFailed) return 'FAILED' as const;
      throw error;
    });
    if (cut === null) return null;
    if (cut === 'FAILED' || cut.decided[0]?.digest !== digest) return 'LEAKS';
  }
  return 'NONE';
}
