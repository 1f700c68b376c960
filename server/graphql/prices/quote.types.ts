import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { AssetClass } from '../../domain/instrument/instrument.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { Given, Maybe } from '../enums/described.ts';
import { CalendarDateScalar, DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { AssetClassEnum, TradingModeEnum } from '../enums/trade-enums.ts';
import { WithGreeks } from './greeks.types.ts';

@ObjectType('Quote', {
  simpleResolvers: true,
  description: 'The market in one symbol; unknown fields are null.',
})
export class QuoteType extends WithGreeks {
  @Given(() => String, 'The requested symbol.') symbol!: string;
  @Given(() => TradingModeEnum, 'The book whose venue was asked.') mode!: TradingMode;
  @Maybe(() => AssetClassEnum, 'Kind of instrument; null for an unknown symbol.')
  assetClass!: AssetClass | null;
  @Maybe(
    () => DecimalScalar,
    'Best bid, dollars per share or unit; null for a token, which has no book of orders.',
  )
  bid!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Best ask, dollars per share or unit; null for a token.')
  ask!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Mid of bid and ask, dollars per share or unit.')
  mid!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Last trade, or a token’s judged price as in PriceInfo, dollars per share or unit.',
  )
  last!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Contracts, shares or units traded today.') volume!: Decimal | null;
  @Maybe(() => Int, 'Open contracts; null for anything but an option.') openInterest!:
    number | null;
  @Maybe(() => String, 'The source, e.g. simulated, tradier, orats-live, jupiter.') source!:
    string | null;
  @Maybe(() => DateTimeScalar, 'The source’s time of the price; null when the source does not say.')
  sourceTime!: Date | null;
  @Maybe(() => DateTimeScalar, 'When the desk received it.') receivedAt!: Date | null;
  @Maybe(() => Float, 'Seconds since the price was true, as far as known.') ageSeconds!:
    number | null;
  @Given(() => Boolean, 'The source delays its prices on purpose, by some 15 minutes.')
  delayed!: boolean;
  @Given(() => Boolean, 'Too old to trust, or unknown.') stale!: boolean;
}

@ObjectType('OptionChainRow', { simpleResolvers: true, description: 'Call and put of one strike.' })
export class OptionChainRowType {
  @Given(() => DecimalScalar, 'Strike in dollars.') strike!: Decimal;
  @Maybe(() => QuoteType, 'The call; null when none is listed.') call!: QuoteType | null;
  @Maybe(() => QuoteType, 'The put; null when none is listed.') put!: QuoteType | null;
}

@ObjectType('OptionChain', {
  simpleResolvers: true,
  description: 'All listed options of one underlying and expiration.',
})
export class OptionChainType {
  @Given(() => String, 'Ticker of the underlying.') underlying!: string;
  @Given(() => CalendarDateScalar, 'The exchange date on which they expire.') expiration!: string;
  @Maybe(() => DecimalScalar, 'Price of the underlying in dollars.')
  underlyingPrice!: Decimal | null;
  @Given(() => [OptionChainRowType], 'One row per strike, lowest first.')
  rows!: OptionChainRowType[];
}
