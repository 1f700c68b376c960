import type { PaperVenue } from '../../domain/venue.ts';
import type { Severity } from '../../domain/account/alert.ts';
import { describedEnum } from './described.ts';

export const PaperVenueEnum = describedEnum<PaperVenue>(
  'PaperVenue',
  'The venue of PAPER orders for options and shares.',
  {
    SIMULATED: 'The built-in simulated market, around the clock.',
    TRADIER_SANDBOX: 'Tradier’s sandbox, with the user’s own account.',
  },
);

export const SeverityEnum = describedEnum<Severity>('Severity', 'How urgent an alert is.', {
  INFO: 'Good to know.',
  WARNING: 'Look at it today.',
  CRITICAL: 'Look at it now: money may be at risk.',
});
