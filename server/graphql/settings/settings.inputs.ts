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
  description: 'An account at a broker: what is left out stays, null takes it away.',
})
export class BrokerAccountInput {
  @Maybe(() => String, 'The secret token; stored encrypted, never shown again.') token?:
    string | null;
  @Maybe(() => String, 'The broker’s account number.') accountId?: string | null;
}

@InputType('NotificationsInput', {
  description:
    'How the dashboard notifies of alerts: a field left out stays, null resets it to a new user’s default.',
})
export class NotificationsInput {
  @Maybe(() => Boolean, 'By the browser’s notifications.') browser?: boolean | null;
  @Maybe(() => Boolean, 'By a sound.') sound?: boolean | null;
  @Maybe(() => SeverityEnum, 'From which severity on.') minSeverity?: Severity | null;
}

@InputType('UpdateSettingsInput', {
  description:
    'What is left out, at any depth, stays; null clears, and what cannot be empty becomes as for a new user.',
})
export class UpdateSettingsInput implements SettingsPatch {
  @Given(() => Int, 'The version that the caller saw; a stale one is a CONFLICT.')
  expectedVersion!: number;
  @Maybe(() => PaperVenueEnum, 'Where PAPER orders live.') paperVenue?: PaperVenue | null;
  @Maybe(() => FillModelEnum, 'How simulated orders fill.') fillModel?: FillModel | null;
  @Maybe(() => BrokerAccountInput, 'Account at Tradier’s sandbox.')
  tradierSandbox?: BrokerAccountInput | null;
  @Maybe(() => BrokerAccountInput, 'Account at Tradier.') tradierLive?: BrokerAccountInput | null;
  @Maybe(() => String, 'Token for ORATS; stored encrypted.') oratsToken?: string | null;
  @Maybe(() => String, 'Key for Jupiter; stored encrypted.') jupiterApiKey?: string | null;
  @Maybe(() => String, 'Address of the Solana wallet.') wallet?: string | null;
  @Maybe(() => LimitsInput, 'What entries of both books are held to.') limits?: LimitsInput | null;
  @Maybe(() => LimitsInput, 'What entries of REAL are held to besides.')
  realLimits?: LimitsInput | null;
  @Maybe(() => TradeDefaultsInput, 'What a new ticket starts with.')
  defaults?: TradeDefaultsInput | null;
  @Maybe(() => Int, 'Seconds between the dashboard’s polls while its socket is down, 5..300.')
  pollSeconds?: number | null;
  @Maybe(() => NotificationsInput, 'How the dashboard notifies of alerts.')
  notifications?: NotificationsInput | null;
  @Maybe(() => String, 'Zone in which times are shown, an IANA name.') timeZone?: string | null;
}
