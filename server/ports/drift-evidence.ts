import type { Username } from '../domain/ids.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { DriftEvidence } from '../domain/promotion/evidence.ts';

/** How a strategy's trades in one book since an instant compare with their reference; null: none is compared. */
export type ReadDriftEvidence = (
  mode: TradingMode,
  username: Username,
  strategyId: string,
  since: Date,
) => Promise<DriftEvidence | null>;
