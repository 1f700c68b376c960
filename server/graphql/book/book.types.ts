import 'reflect-metadata';
import { ID, Int, ObjectType } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { MarkedPosition, Portfolio } from '../../domain/book/portfolio.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { AssetClass } from '../../domain/instrument/instrument.ts';
import { Given, Maybe } from '../enums/described.ts';
import { MarkType } from '../prices/mark.types.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { AssetClassEnum, TradingModeEnum } from '../enums/trade-enums.ts';

@ObjectType('Position', {
  simpleResolvers: true,
  description: 'The whole holding of one instrument, over all trades in it.',
})
export class PositionType implements Omit<MarkedPosition, 'mark'> {
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(() => String, 'Compact OCC symbol, ticker or mint.') symbol!: string;
  @Maybe(() => String, 'Ticker of the underlying; the mint for tokens.') underlying!: string | null;
  @Given(() => AssetClassEnum, 'Kind of instrument.') assetClass!: AssetClass;
  @Maybe(() => String, 'Tokens: the issuer’s name for it, which others may have copied.')
  ticker!: string | null;
  @Maybe(() => Int, 'Tokens: how many decimals a quantity has at most, those of its mint.')
  decimals!: number | null;
  @Given(() => DecimalScalar, 'Contracts, shares or token units; negative for a short position.')
  quantity!: Decimal;
  @Given(() => DecimalScalar, 'Dollars, with the multiplier, before fees; negative for a credit.')
  costBasis!: Decimal;
  @Given(() => DecimalScalar, 'Dollars per share or unit, from cost and quantity.')
  averagePrice!: Decimal;
  @Maybe(() => MarkType, 'The last mark; null before the first.') mark!: MarkType | null;
  @Maybe(() => DecimalScalar, 'Dollars that closing at mark.price would earn, before fees.')
  unrealizedPnl!: Decimal | null;
  @Given(() => [ID], 'The trades that it is made of.') tradeIds!: readonly string[];
}

@ObjectType('Portfolio', { simpleResolvers: true, description: 'One book as a whole, in dollars.' })
export class PortfolioType implements Portfolio {
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(() => DecimalScalar, 'Cash in dollars.') cash!: Decimal;
  @Given(
    () => DecimalScalar,
    'Cash plus positions at their marks, dollars; a position without a trusted mark counts at cost.',
  )
  equity!: Decimal;
  @Given(() => Int, 'How many positions count at cost; they are left out of openPnl and dayPnl.')
  unmarked!: number;
  @Maybe(
    () => DecimalScalar,
    'Dollars that new entries may cost; null when the venue does not report it.',
  )
  buyingPower!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Unrealized P&L of what is held, dollars, before fees.')
  openPnl!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Change of equity since the exchange day began, in dollars, without deposits.',
  )
  dayPnl!: Decimal | null;
  @Given(
    () => DecimalScalar,
    'P&L from the marks to every stop in force, in dollars, before slippage and fees; mostly negative.',
  )
  toStops!: Decimal;
  @Given(() => Int, 'Open trades without a stop or a mark, which toStops leaves out.')
  withoutStop!: number;
  @Given(() => DecimalScalar, 'Dollars since the book began, before fees.') realizedPnl!: Decimal;
  @Given(() => DecimalScalar, 'Dollars of commissions and fees since the book began.')
  fees!: Decimal;
  @Given(() => DecimalScalar, 'Dollars paid in, less what was withdrawn.') deposits!: Decimal;
  @Given(() => DateTimeScalar, 'The instant of these figures.') asOf!: Date;
}
