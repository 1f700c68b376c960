import type { Username } from '../domain/ids.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { DriftEvidence } from '../domain/promotion/evidence.ts';

/** What a strategy's trades in one book since an instant came to beside their reference; null: none is compared. */
export type ReadDriftEvidence = (
  mode: TradingMode,
  username: Username,
  strategyId: string,
  since: Date,
) => Promise<DriftEvidence | null>;
