import 'reflect-metadata';
import { ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { RiskCheck } from '../../domain/refusal.ts';
import type { TradePreview } from '../../ports/trade-doors.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

@ObjectType('RiskCheck', {
  simpleResolvers: true,
  description: 'One rule that an entry was checked against.',
})
export class RiskCheckType implements RiskCheck {
  @Given(() => String, 'Name of the rule.') rule!: string;
  @Given(() => Boolean, 'Whether it allows the entry.') passed!: boolean;
  @Maybe(() => String, 'What the rule allows, in its own unit.') limit!: string | null;
  @Maybe(() => String, 'The entry’s own figure, in the same unit.') actual!: string | null;
  @Given(() => String, 'The outcome in a sentence.') message!: string;
}

@ObjectType('TradePreview', {
  simpleResolvers: true,
  description: 'What an order would cost and whether it would be accepted; nothing is sent.',
})
export class TradePreviewType implements TradePreview {
  @Maybe(
    () => DecimalScalar,
    'Dollars before fees, negative for a credit; null when nothing can be priced.',
  )
  cost!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Dollars of commissions and fees.') fees!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'The most that can be lost, dollars; null when there is no bound or no price.',
  )
  maxLoss!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'The most that can be won, dollars; null when there is no bound or no price.',
  )
  maxProfit!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Price of the underlying at expiry, or of the share, at which the trade breaks even.',
  )
  breakEven!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'The resulting stop, dollars per share or unit: as given, or the start of a trail without one.',
  )
  stopLoss!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars lost if it is closed exactly at stopLoss; negative when that keeps a gain. After fees both ways for a ticket, after the exit’s fees for a trade.',
  )
  lossAtStop!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'For a ticket: dollars free for new entries once it has filled, as in Portfolio.buyingPower; null when it cannot be priced or secured.',
  )
  buyingPowerAfter!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'For a ticket: dollars lost by entering and exiting at once, spread and fees both ways.',
  )
  roundTrip!: Decimal | null;
  @Maybe(() => DecimalScalar, 'For a close: dollars that it would realise, before fees.')
  realizedPnl!: Decimal | null;
  @Given(() => [RiskCheckType], 'Every rule that was checked.')
  riskChecks!: readonly RiskCheckType[];
  @Maybe(
    () => String,
    'For a ticket whose stop would not go to the venue with its entry: why, and who would watch it meanwhile; null otherwise.',
  )
  exitsNote!: string | null;
  @Maybe(
    () => String,
    'For a close that sells shares covering short calls: how many would then be missing. The close is not refused. Null otherwise.',
  )
  coverNote!: string | null;
  @Maybe(
    () => String,
    'REAL: the token that placing or closing exactly this input needs, valid once.',
  )
  confirmationToken!: string | null;
  @Maybe(() => DateTimeScalar, 'When that token expires.') expiresAt!: Date | null;
}
