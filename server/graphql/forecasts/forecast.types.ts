import 'reflect-metadata';
import { Float, ID, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type {
  ForecastClaim,
  ForecastSide,
  ForecastStatus,
} from '../../domain/forecast/forecast.ts';
import type { AssetClass } from '../../domain/instrument/instrument.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { AiVerdict } from '../../domain/trade/trade-context.ts';
import { Given, Maybe } from '../enums/described.ts';
import { AiVerdictEnum, AssetClassEnum, TradingModeEnum } from '../enums/trade-enums.ts';
import { connectionOf } from '../paging/connection.ts';
import { CalendarDateScalar, DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { ForecastClaimEnum, ForecastSideEnum, ForecastStatusEnum } from './forecast-enums.ts';

@ObjectType('Forecast', {
  simpleResolvers: true,
  description:
    'A verdict and a probability that were recorded before the outcome, without a trade. It moves no money of either book; its prices are those of the PAPER venue, and PAPER’s log tells of it.',
})
export class ForecastType {
  @Given(() => ID, 'Unique among the forecasts of all users.') id!: string;
  @Given(() => TradingModeEnum, 'PAPER: whose venue decides it, and whose log tells of it.')
  mode!: TradingMode;
  @Given(() => String, 'Ticker, OCC symbol or mint.') symbol!: string;
  @Given(() => AssetClassEnum, 'What kind of instrument.') assetClass!: AssetClass;
  @Given(() => String, 'Whose prices decide it, whatever the settings say later.') venue!: string;
  @Given(() => Boolean, 'Whether those prices are made up here.') simulated!: boolean;
  @Given(() => ForecastClaimEnum, 'What is claimed.') claim!: ForecastClaim;
  @Maybe(() => ForecastSideEnum, 'The side of level; null for TARGET_FIRST.')
  side!: ForecastSide | null;
  @Given(() => DecimalScalar, 'Dollars per share or unit; of TARGET_FIRST the target.')
  level!: Decimal;
  @Maybe(() => DecimalScalar, 'TARGET_FIRST: dollars per share or unit.') stop!: Decimal | null;
  @Maybe(() => CalendarDateScalar, 'AT_CLOSE: the exchange date.') closeOn!: string | null;
  @Given(() => DateTimeScalar, 'The last instant that counts; of AT_CLOSE the regular close.')
  horizon!: Date;
  @Given(() => Float, 'That the claim comes true: a fraction 0..1.') probability!: number;
  @Given(() => AiVerdictEnum, 'On a trade that wins when the claim comes true.')
  verdict!: AiVerdict;
  @Given(() => String, 'Name of who judged.') model!: string;
  @Maybe(() => String, 'Version of its prompt.') promptVersion!: string | null;
  @Maybe(() => String, 'Its reasons, in its own words.') rationale!: string | null;
  @Given(() => DateTimeScalar, 'When it was recorded.') recordedAt!: Date;
  @Given(() => String, 'Who recorded it, as the log names it.') recordedBy!: string;
  @Given(
    () => DecimalScalar,
    'What stood then, dollars per share or unit: the middle of bid and ask, else the last price.',
  )
  price!: Decimal;
  @Maybe(() => DecimalScalar, 'The bid then, dollars per share or unit.') bid!: Decimal | null;
  @Maybe(() => DecimalScalar, 'The ask then, dollars per share or unit.') ask!: Decimal | null;
  @Given(() => String, 'Who told that price.') priceSource!: string;
  @Given(() => Float, 'How old that price was then, seconds.') priceAgeSeconds!: number;
  @Given(() => Boolean, 'Whether its source tells prices late.') priceDelayed!: boolean;
  @Given(() => ForecastStatusEnum, 'What became of it.') status!: ForecastStatus;
  @Maybe(() => DateTimeScalar, 'When it was settled; null while it is open.')
  settledAt!: Date | null;
  @Maybe(
    () => DecimalScalar,
    'The price that decided, dollars per share or unit: of TARGET_FIRST the target or the stop that was reached, else the last one. Null while open, and where void.',
  )
  decidedPrice!: Decimal | null;
  @Maybe(
    () => DateTimeScalar,
    'When that price was; of a target or a stop the minute that reached it.',
  )
  decidedAt!: Date | null;
  @Maybe(() => String, 'Who told it.') decidedBy!: string | null;
  @Maybe(() => Int, 'How many one-minute bars were looked at; null where a close decided.')
  bars!: number | null;
  @Maybe(() => String, 'Why it is void.') reason!: string | null;
}

export const ForecastConnection = connectionOf('Forecast', ForecastType);
