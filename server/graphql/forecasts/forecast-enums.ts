import type {
  ForecastClaim,
  ForecastSide,
  ForecastStatus,
} from '../../domain/forecast/forecast.ts';
import { describedEnum } from '../enums/described.ts';

export const ForecastClaimEnum = describedEnum<ForecastClaim>(
  'ForecastClaim',
  'What a forecast claims, so that prices alone decide it.',
  {
    AT_CLOSE:
      'On which side of level the official regular close of a date lies; only for shares and funds.',
    AT_INSTANT:
      'On which side of level the price at an instant lies: that of the last minute that ended in the five minutes before it.',
    TARGET_FIRST:
      'That a target is reached by an instant, in an earlier minute than the stop; when one minute reaches both, the stop counts.',
  },
);

export const ForecastSideEnum = describedEnum<ForecastSide>(
  'ForecastSide',
  'On which side of its level a forecast sees the price.',
  { AT_OR_ABOVE: 'At the level or above it.', AT_OR_BELOW: 'At the level or below it.' },
);

export const ForecastStatusEnum = describedEnum<ForecastStatus>(
  'ForecastStatus',
  'What became of a forecast. It is settled once.',
  {
    OPEN: 'What decides it is not known yet.',
    CAME_TRUE: 'The claim came true.',
    CAME_FALSE: 'The claim did not come true.',
    VOID: 'No price that decides it was known within three exchange days; it counts in no score.',
  },
);
