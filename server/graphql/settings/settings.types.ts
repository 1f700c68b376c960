import 'reflect-metadata';
import { Float, InputType, Int, ObjectType } from 'type-graphql';
import type { Limits, TradeDefaults } from '../../domain/account/settings.ts';
import type { PaperVenue } from '../../domain/venue.ts';
import type { Severity } from '../../domain/account/alert.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { FillModel } from '../../domain/matching/fill-model.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { FillModelEnum } from '../enums/trade-enums.ts';
import { PaperVenueEnum, SeverityEnum } from '../enums/settings-enums.ts';

@ObjectType('Credential', {
  simpleResolvers: true,
  description: 'What may be shown of a stored secret: never the secret itself.',
})
export class CredentialType {
  @Given(() => Boolean, 'Whether one is stored.') configured!: boolean;
  @Maybe(() => String, 'Its last four characters.') lastFour!: string | null;
}

@ObjectType('BrokerAccount', { simpleResolvers: true, description: 'An account at a broker.' })
export class BrokerAccountType {
  @Given(() => Boolean, 'Whether a token is stored.') configured!: boolean;
  @Maybe(() => String, 'Last four characters of the token.') lastFour!: string | null;
  @Maybe(() => String, 'The broker’s account number.') accountId!: string | null;
}

@ObjectType({ simpleResolvers: true })
@InputType()
abstract class LimitFields implements Limits {
  @Maybe(() => Int, 'Trades PENDING or OPEN at a time.') maxOpenTrades!: number | null;
  @Maybe(() => Int, 'Entries placed on one exchange day.') maxTradesPerDay!: number | null;
  @Maybe(() => Int, 'Trades PENDING or OPEN in one underlying or mint.') maxPerUnderlying!:
    number | null;
  @Maybe(() => DecimalScalar, 'Total cost of the position in one symbol, dollars.')
  maxPositionCost!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Cost of one entry, dollars.') maxOrderCost!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Net loss realised on one exchange day, dollars: once reached, it blocks further entries that day.',
  )
  maxDailyLoss!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'How far the running net result of closed trades lies below its highest, dollars, as in stats.maxDrawdown: once reached, it blocks further entries until the fall is smaller again.',
  )
  maxDrawdown!: Decimal | null;
  @Maybe(() => Int, 'Losing trades in a row, at least 1: after so many, entries wait.')
  maxConsecutiveLosses!: number | null;
  @Maybe(
    () => Int,
    'With maxConsecutiveLosses: minutes for which entries wait after the last losing trade closed. Null: until the exchange’s next day.',
  )
  lossCooldownMinutes!: number | null;
  @Maybe(
    () => DecimalScalar,
    'Capital at work in one underlying or mint, PENDING and OPEN trades and the new order together, dollars.',
  )
  maxExposure!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Tokens only: percent points by which an entry may cost more than the price, beyond its own impact, and may get less than was quoted; null means 1. It does not apply to options and shares, which have limit prices.',
  )
  maxSlippagePct!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Tokens only: price impact in percent points. It does not apply to options and shares.',
  )
  maxPriceImpactPct!: Decimal | null;
  @Maybe(
    () => Float,
    'Tokens only: least confidence in the price, 0..1. It does not apply to options and shares.',
  )
  minPriceConfidence!: number | null;
}

@ObjectType('Limits', {
  simpleResolvers: true,
  description:
    'Limits for entries; null means no limit, except for maxSlippagePct. No limit ever blocks an exit.',
})
export class LimitsType extends LimitFields {}

@InputType('LimitsInput', {
  description: 'New limits: a field left out stays as it is, null removes the limit.',
})
export class LimitsInput extends LimitFields implements Partial<Limits> {}

@ObjectType({ simpleResolvers: true })
@InputType()
abstract class DefaultFields implements TradeDefaults {
  @Maybe(() => DecimalScalar, 'Stop-loss in percent points below the entry.')
  stopLossPct!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Take-profit in percent points above the entry.')
  takeProfitPct!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Contracts, shares or token units.') quantity!: Decimal | null;
}

@ObjectType('TradeDefaults', {
  simpleResolvers: true,
  description: 'What a new ticket starts with.',
})
export class TradeDefaultsType extends DefaultFields {}

@InputType('TradeDefaultsInput', {
  description: 'New defaults: a field left out stays as it is, null removes the default.',
})
export class TradeDefaultsInput extends DefaultFields {}

@ObjectType('Notifications', {
  simpleResolvers: true,
  description: 'How the dashboard notifies of alerts.',
})
export class NotificationsType {
  @Given(() => Boolean, 'By the browser’s notifications.') browser!: boolean;
  @Given(() => Boolean, 'By a sound.') sound!: boolean;
  @Given(() => SeverityEnum, 'The lowest severity to notify of.') minSeverity!: Severity;
}

@ObjectType('UserSettings', { simpleResolvers: true, description: 'The caller’s settings.' })
export class UserSettingsType {
  @Given(() => Int, 'The number of changes; expectedVersion is compared with it.') version!: number;
  @Given(() => PaperVenueEnum, 'The venue of PAPER orders for options and shares.')
  paperVenue!: PaperVenue;
  @Given(
    () => FillModelEnum,
    'How simulated orders for options and shares fill; tokens fill on quotes.',
  )
  fillModel!: FillModel;
  @Given(
    () => String,
    'Version of that model. CALIBRATED keeps the fit that it was chosen with until it is chosen again.',
  )
  fillModelVersion!: string;
  @Given(() => BrokerAccountType, 'Account at Tradier’s sandbox.')
  tradierSandbox!: BrokerAccountType;
  @Given(() => BrokerAccountType, 'Account at Tradier.') tradierLive!: BrokerAccountType;
  @Given(() => CredentialType, 'Token for ORATS.') oratsToken!: CredentialType;
  @Given(
    () => CredentialType,
    'Key for Jupiter, which checkProvider tests; prices are read with the server’s key.',
  )
  jupiterApiKey!: CredentialType;
  @Maybe(() => String, 'Address of the Solana wallet.') wallet!: string | null;
  @Given(() => LimitsType, 'Limits for entries of both books.') limits!: LimitsType;
  @Given(() => LimitsType, 'Further limits for entries of REAL: the stricter of the two counts.')
  realLimits!: LimitsType;
  @Given(() => TradeDefaultsType, 'What a new ticket starts with.') defaults!: TradeDefaultsType;
  @Given(() => Int, 'Seconds between the dashboard’s polls while its socket is down.')
  pollSeconds!: number;
  @Given(() => NotificationsType, 'How the dashboard notifies of alerts.')
  notifications!: NotificationsType;
  @Given(() => String, 'Time zone for display, an IANA name.') timeZone!: string;
}
