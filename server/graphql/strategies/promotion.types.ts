import 'reflect-metadata';
import { Float, ID, Int, ObjectType } from 'type-graphql';
import type { PromotionGate, PromotionReport, Verdict } from '../../domain/promotion/promotion.ts';
import type { StrategyStage } from '../../domain/strategy/saved-strategy.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { GATE_WORDS, oneOf } from './rule-words.ts';
import { StrategyStageEnum } from './strategy-enums.ts';

export const VerdictEnum = describedEnum<Verdict>(
  'Verdict',
  'The result of one gate, or of all gates.',
  {
    PASS: 'The evidence suffices.',
    FAIL: 'The evidence speaks against it.',
    NOT_ENOUGH_DATA: 'The evidence does not suffice for either result yet.',
  },
);

@ObjectType('PromotionGate', {
  simpleResolvers: true,
  description: 'One condition for the next rung.',
})
export class PromotionGateType implements Omit<PromotionGate, 'rule'> {
  @Given(() => String, oneOf(GATE_WORDS))
  rule!: string;
  @Given(() => VerdictEnum, 'The result of this gate.') verdict!: Verdict;
  @Given(() => String, 'Its threshold, with the unit.') limit!: string;
  @Maybe(() => String, 'What was found, in the same unit; null: nothing is known yet.')
  actual!: string | null;
  @Given(() => String, 'Why, in a sentence.') message!: string;
}

@ObjectType('PromotionReport', {
  simpleResolvers: true,
  description: 'Whether a strategy may go one rung up, and why.',
})
export class PromotionReportType implements PromotionReport {
  @Given(() => ID, 'Id of the strategy.') strategyId!: string;
  @Given(() => StrategyStageEnum, 'Its present rung.') from!: StrategyStage;
  @Maybe(() => StrategyStageEnum, 'The next rung; null on the highest.')
  to!: StrategyStage | null;
  @Given(
    () => VerdictEnum,
    'FAIL if a gate fails, else NOT_ENOUGH_DATA if one has not enough, else PASS.',
  )
  verdict!: Verdict;
  @Given(() => [PromotionGateType], 'Each condition, in the order of the contract.')
  gates!: PromotionReport['gates'];
  @Maybe(
    () => Int,
    'The most trades that a gate still needs at today’s mean and spread; null with PASS, and when no number would suffice.',
  )
  tradesNeeded!: number | null;
  @Given(
    () => Float,
    'Percent points: of strategies without an edge, looked at after every trade, at most this share ever passes EXPECTANCY.',
  )
  falsePromotionPct!: number;
  @Given(() => Int, 'Closed trades that count.') trades!: number;
  @Maybe(() => DateTimeScalar, 'Since when evidence counts; null while none counts.')
  since!: Date | null;
}
