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
    'A verdict and a probability that were recorded before the outcome, without a trade. It moves no money of either book; its prices are those of the PAPER venue, and PAPER’s log records it.',
})
export class ForecastType {
  @Given(() => ID, 'Unique among the forecasts of all users.') id!: string;
  @Given(
    () => TradingModeEnum,
    'Always PAPER: its venue’s prices decide the forecast, and its log records it.',
  )
  mode!: TradingMode;
  @Given(() => String, 'Ticker, OCC symbol or mint.') symbol!: string;
  @Given(() => AssetClassEnum, 'What kind of instrument.') assetClass!: AssetClass;
  @Given(() => String, 'The venue whose prices decide it, also after a change of settings.')
  venue!: string;
  @Given(() => Boolean, 'Whether its prices are simulated by this server.') simulated!: boolean;
  @Given(() => ForecastClaimEnum, 'What is claimed.') claim!: ForecastClaim;
  @Maybe(() => ForecastSideEnum, 'The side of level; null for TARGET_FIRST.')
  side!: ForecastSide | null;
  @Given(() => DecimalScalar, 'Dollars per share or unit; for TARGET_FIRST the target.')
  level!: Decimal;
  @Maybe(() => DecimalScalar, 'TARGET_FIRST: the stop, dollars per share or unit.')
  stop!: Decimal | null;
  @Maybe(() => CalendarDateScalar, 'AT_CLOSE: the exchange date.') closeOn!: string | null;
  @Given(() => DateTimeScalar, 'The last instant that counts; for AT_CLOSE the regular close.')
  horizon!: Date;
  @Given(() => Float, 'Probability that the claim comes true, a fraction 0..1.')
  probability!: number;
  @Given(() => AiVerdictEnum, 'The verdict on a trade that wins when the claim comes true.')
  verdict!: AiVerdict;
  @Given(() => String, 'Name of the model that judged.') model!: string;
  @Maybe(() => String, 'Version of its prompt.') promptVersion!: string | null;
  @Maybe(() => String, 'Its reasons, in its own words.') rationale!: string | null;
  @Given(() => DateTimeScalar, 'When it was recorded.') recordedAt!: Date;
  @Given(() => String, 'Who recorded it, as the log names it.') recordedBy!: string;
  @Given(
    () => DecimalScalar,
    'Price when it was recorded, dollars per share or unit: the middle of bid and ask, else the last price.',
  )
  price!: Decimal;
  @Maybe(() => DecimalScalar, 'The bid when it was recorded, dollars per share or unit.')
  bid!: Decimal | null;
  @Maybe(() => DecimalScalar, 'The ask when it was recorded, dollars per share or unit.')
  ask!: Decimal | null;
  @Given(() => String, 'The source of price.') priceSource!: string;
  @Given(() => Float, 'Age of price when it was recorded, seconds.') priceAgeSeconds!: number;
  @Given(() => Boolean, 'Whether the source of price delays its prices.') priceDelayed!: boolean;
  @Given(() => ForecastStatusEnum, 'What became of it.') status!: ForecastStatus;
  @Maybe(() => DateTimeScalar, 'When it was settled; null while it is open.')
  settledAt!: Date | null;
  @Maybe(
    () => DecimalScalar,
    'The price that decided, dollars per share or unit: for TARGET_FIRST the target or the stop that was reached, else the last price. Null while OPEN, and when VOID.',
  )
  decidedPrice!: Decimal | null;
  @Maybe(
    () => DateTimeScalar,
    'Time of decidedPrice; for a target or a stop, the minute that reached it.',
  )
  decidedAt!: Date | null;
  @Maybe(() => String, 'The source of decidedPrice.') decidedBy!: string | null;
  @Maybe(() => Int, 'How many one-minute bars were read; null when a close decided.')
  bars!: number | null;
  @Maybe(() => String, 'Why it is void.') reason!: string | null;
}

export const ForecastConnection = connectionOf('Forecast', ForecastType);
