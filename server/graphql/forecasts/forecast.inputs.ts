import 'reflect-metadata';
import { Float, InputType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type {
  ForecastClaim,
  ForecastSide,
  ForecastStatus,
} from '../../domain/forecast/forecast.ts';
import type { ForecastInput } from '../../domain/forecast/forecast-input.ts';
import type { AiVerdict } from '../../domain/trade/trade-context.ts';
import type { ForecastFilter } from '../../ports/forecasts.ts';
import { Given, Maybe } from '../enums/described.ts';
import { AiVerdictEnum } from '../enums/trade-enums.ts';
import { CalendarDateScalar, DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { ForecastClaimEnum, ForecastSideEnum, ForecastStatusEnum } from './forecast-enums.ts';

@InputType('RecordForecastInput', {
  description:
    'A verdict and a probability before the outcome. It places nothing and never changes.',
})
export class RecordForecastInput implements ForecastInput {
  @Given(() => String, 'Ticker, OCC symbol or mint.') symbol!: string;
  @Given(() => ForecastClaimEnum, 'What is claimed.') claim!: ForecastClaim;
  @Maybe(() => ForecastSideEnum, 'AT_CLOSE and AT_INSTANT: the side of level.')
  side?: ForecastSide | null;
  @Given(() => DecimalScalar, 'Dollars per share or unit; for TARGET_FIRST the target.')
  level!: Decimal;
  @Maybe(
    () => DecimalScalar,
    'TARGET_FIRST: the stop, dollars per share or unit, on the other side of the present price than the target.',
  )
  stop?: Decimal | null;
  @Maybe(() => CalendarDateScalar, 'AT_CLOSE: an exchange date, at most 366 days ahead.')
  closeOn?: string | null;
  @Maybe(
    () => DateTimeScalar,
    'AT_INSTANT and TARGET_FIRST: the last instant that counts, at most 14 days ahead, for a token 23 hours.',
  )
  horizon?: Date | null;
  @Given(
    () => Float,
    'Probability that the claim comes true, a fraction 0..1 with at most three decimals.',
  )
  probability!: number;
  @Given(() => AiVerdictEnum, 'The verdict on a trade that wins when the claim comes true.')
  verdict!: AiVerdict;
  @Given(
    () => String,
    'Name of the model that judged, at most 64 characters; scores are kept per model.',
  )
  model!: string;
  @Maybe(() => String, 'Version of its prompt, at most 64 characters.')
  promptVersion?: string | null;
  @Maybe(() => String, 'Its reasons, at most 10,000 characters.') rationale?: string | null;
  @Given(() => String, '8 to 64 of A-Z a-z 0-9 -: the same key with the same input is done once.')
  idempotencyKey!: string;
}

@InputType('ForecastFilter', { description: 'Which forecasts: all given fields must match.' })
export class ForecastFilterInput implements ForecastFilter {
  @Maybe(() => ForecastStatusEnum, 'What became of it.') status?: ForecastStatus | null;
  @Maybe(() => String, 'Ticker, OCC symbol or mint.') symbol?: string | null;
  @Maybe(() => String, 'Name of the model that judged.') model?: string | null;
  @Maybe(() => Boolean, 'Whether it is of prices simulated by this server.')
  simulated?: boolean | null;
}
