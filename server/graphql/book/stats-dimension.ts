import type { StatsDimension } from '../../domain/statistics/segment-keys.ts';
import { describedEnum } from '../enums/described.ts';

export const StatsDimensionEnum = describedEnum<StatsDimension>(
  'StatsDimension',
  'The dimensions by which closed trades are segmented. Times are the exchange’s, New York.',
  {
    STRATEGY: 'Name of the strategy.',
    SCANNER: 'Name of the scanner.',
    UNDERLYING: 'Ticker of the underlying, or mint.',
    ASSET_CLASS: 'Kind of instrument.',
    SIDE: 'Long or Short.',
    DTE: 'Calendar days to expiry at entry, in ranges.',
    DELTA: 'Delta at entry without its sign, in ranges.',
    IV_RANK: 'IV rank at entry in percent points, in ranges.',
    HOUR: 'Hour of the entry’s first fill, e.g. 09:00–10:00.',
    WEEKDAY: 'Weekday of the entry’s first fill.',
    MONTH: 'Month of the close, e.g. 2026-03.',
    REGIME: 'Regime of the market at entry, in the caller’s words.',
    CLOSE_REASON: 'How it ended, a TradeStatus.',
    AI_MODEL: 'Name of the model that advised.',
    AI_VERDICT: 'What the model advised.',
    TAG: 'Each label; a trade counts in the segment of every label that it has.',
  },
);
