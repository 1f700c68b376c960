import 'reflect-metadata';
import { InputType, Int } from 'type-graphql';
import type { PaperVenue } from '../../domain/venue.ts';
import type { Severity } from '../../domain/account/alert.ts';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import type { SettingsPatch } from '../../usecases/accounts/settings-patch.ts';
import { Given, Maybe } from '../enums/described.ts';
import { FillModelEnum } from '../enums/trade-enums.ts';
import { LimitsInput, TradeDefaultsInput } from './settings.types.ts';
import { PaperVenueEnum, SeverityEnum } from '../enums/settings-enums.ts';

@InputType('BrokerAccountInput', {
  description: 'An account at a broker: a field left out stays as it is, null removes it.',
})
export class BrokerAccountInput {
  @Maybe(() => String, 'The secret token; stored encrypted, never shown again.') token?:
    string | null;
  @Maybe(() => String, 'The broker’s account number.') accountId?: string | null;
}

@InputType('NotificationsInput', {
  description:
    'How the dashboard notifies of alerts: a field left out stays as it is, null restores a new user’s default.',
})
export class NotificationsInput {
  @Maybe(() => Boolean, 'By the browser’s notifications.') browser?: boolean | null;
  @Maybe(() => Boolean, 'By a sound.') sound?: boolean | null;
  @Maybe(() => SeverityEnum, 'The lowest severity to notify of.') minSeverity?: Severity | null;
}

@InputType('UpdateSettingsInput', {
  description:
    'A field left out, at any depth, stays as it is; null clears it, or restores a new user’s default if it cannot be empty.',
})
export class UpdateSettingsInput implements SettingsPatch {
  @Given(() => Int, 'The version that the caller saw; a stale one is a CONFLICT.')
  expectedVersion!: number;
  @Maybe(() => PaperVenueEnum, 'The venue of PAPER orders for options and shares.')
  paperVenue?: PaperVenue | null;
  @Maybe(
    () => FillModelEnum,
    'How simulated orders fill. CALIBRATED only when fillCalibration offers it: choosing it takes the fit of that moment.',
  )
  fillModel?: FillModel | null;
  @Maybe(() => BrokerAccountInput, 'Account at Tradier’s sandbox.')
  tradierSandbox?: BrokerAccountInput | null;
  @Maybe(() => BrokerAccountInput, 'Account at Tradier.') tradierLive?: BrokerAccountInput | null;
  @Maybe(() => String, 'Token for ORATS; stored encrypted.') oratsToken?: string | null;
  @Maybe(() => String, 'Key for Jupiter; stored encrypted.') jupiterApiKey?: string | null;
  @Maybe(() => String, 'Address of the Solana wallet.') wallet?: string | null;
  @Maybe(() => LimitsInput, 'Limits for entries of both books.') limits?: LimitsInput | null;
  @Maybe(() => LimitsInput, 'Further limits for entries of REAL.')
  realLimits?: LimitsInput | null;
  @Maybe(() => TradeDefaultsInput, 'What a new ticket starts with.')
  defaults?: TradeDefaultsInput | null;
  @Maybe(() => Int, 'Seconds between the dashboard’s polls while its socket is down, 5..300.')
  pollSeconds?: number | null;
  @Maybe(() => NotificationsInput, 'How the dashboard notifies of alerts.')
  notifications?: NotificationsInput | null;
  @Maybe(() => String, 'Time zone for display, an IANA name.') timeZone?: string | null;
}
