import 'reflect-metadata';
import { Float, InputType, ObjectType } from 'type-graphql';
import type { AiVerdict, TradeContext } from '../../domain/trade/trade-context.ts';
import { Given, Maybe } from '../enums/described.ts';
import { CalendarDateScalar } from '../scalars/date-scalars.ts';
import { JsonScalar } from '../scalars/json-scalar.ts';
import { AiVerdictEnum } from '../enums/trade-enums.ts';

/** The context at entry, as callers give it and as it is served. */
@ObjectType({ simpleResolvers: true })
@InputType()
abstract class ContextFields implements Omit<TradeContext, 'tags' | 'contextSource'> {
  @Maybe(() => String, 'Name of the strategy that asked for the trade.') strategy!: string | null;
  @Maybe(() => String, 'Name of the scanner that found it.') scanner!: string | null;
  @Maybe(() => Float, 'The scanner’s score, in its own unit.') scannerScore!: number | null;
  @Maybe(() => JsonScalar, 'What the scanner looked for.') scannerCriteria!: unknown;
  @Maybe(() => String, 'Name of the model that advised.') aiModel!: string | null;
  @Maybe(() => String, 'Version of the prompt that it was asked with.') aiPromptVersion!:
    string | null;
  @Maybe(() => AiVerdictEnum, 'What the model advised.') aiVerdict!: AiVerdict | null;
  @Maybe(() => Float, 'Probability that the trade makes money, 0..1.') aiConfidence!: number | null;
  @Maybe(() => String, 'Its reasons, in its words.') aiRationale!: string | null;
  @Maybe(() => Float, 'IV rank of the underlying, in percent points 0..100.') ivRank!:
    number | null;
  @Maybe(() => Float, 'IV percentile of the underlying, in percent points 0..100.')
  ivPercentile!: number | null;
  @Maybe(() => Float, '30-day historical volatility as a fraction: 0.25 is 25 %.') hv30!:
    number | null;
  @Maybe(() => String, 'Trend of the underlying, in the caller’s words.') underlyingTrend!:
    string | null;
  @Maybe(() => CalendarDateScalar, 'Next earnings date known at entry.') earningsDate!:
    string | null;
  @Maybe(() => String, 'Regime of the market, in the caller’s words.') marketRegime!: string | null;
  @Maybe(() => String, 'Notes at entry.') notes!: string | null;
  @Maybe(() => JsonScalar, 'Anything else worth keeping.') extra!: unknown;
}

@ObjectType('TradeContext', {
  simpleResolvers: true,
  description: 'What was known at entry. It never changes.',
})
export class TradeContextType extends ContextFields implements TradeContext {
  @Given(() => [String], 'Labels given at entry.') tags!: readonly string[];
  @Maybe(
    () => String,
    'The source of those of ivRank, ivPercentile, hv30 and earningsDate that the caller left out, e.g. orats; null when there is none.',
  )
  contextSource!: string | null;
}

@InputType('TradeContextInput', {
  description: 'What is known at entry. It never changes.',
})
export class TradeContextInput extends ContextFields implements Partial<TradeContext> {
  @Maybe(() => [String], 'Labels to find the trade by.') tags!: string[];
}
