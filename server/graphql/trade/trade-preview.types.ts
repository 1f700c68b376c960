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
  description: 'One rule that an entry was held against.',
})
export class RiskCheckType implements RiskCheck {
  @Given(() => String, 'Name of the rule.') rule!: string;
  @Given(() => Boolean, 'Whether it allows the entry.') passed!: boolean;
  @Maybe(() => String, 'What the rule allows, in its own unit.') limit!: string | null;
  @Maybe(() => String, 'What the entry would come to, in the same unit.') actual!: string | null;
  @Given(() => String, 'The outcome in a sentence.') message!: string;
}

@ObjectType('TradePreview', {
  simpleResolvers: true,
  description: 'What an order would cost and whether it would be taken; nothing is sent.',
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
    'Price of the underlying at expiry, or of the share, at which nothing is won or lost.',
  )
  breakEven!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'The stop that would stand, dollars per share or unit: as given, or where a trail without one would start.',
  )
  stopLoss!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars lost if it is taken out right at stopLoss; negative where that keeps a gain. Of a ticket after fees both ways, of a trade after those of its exit.',
  )
  lossAtStop!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'A ticket: dollars free for new entries once it has filled, by the measure of Portfolio.buyingPower; null where it cannot be priced or secured.',
  )
  buyingPowerAfter!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'A ticket: dollars of entering and leaving again at once, the spread and the fees both ways.',
  )
  roundTrip!: Decimal | null;
  @Maybe(() => DecimalScalar, 'A close: dollars that it would realise, before fees.')
  realizedPnl!: Decimal | null;
  @Given(() => [RiskCheckType], 'Every rule that was asked.') riskChecks!: readonly RiskCheckType[];
  @Maybe(
    () => String,
    'A ticket whose stop would not go to the venue with its entry: why, and who would hold to it meanwhile; null otherwise.',
  )
  exitsNote!: string | null;
  @Maybe(
    () => String,
    'A close that sells shares under short calls: how many would be missing then. It is not refused; null otherwise.',
  )
  coverNote!: string | null;
  @Maybe(() => String, 'REAL: what placing or closing needs, for this very input, once.')
  confirmationToken!: string | null;
  @Maybe(() => DateTimeScalar, 'Until when that token counts.') expiresAt!: Date | null;
}
