import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import { Given, Maybe } from '../enums/described.ts';

@ObjectType('SweepOverfitting', {
  simpleResolvers: true,
  description:
    'How much of the best run of a sweep is luck. Sharpe ratios are per day, not annualised; null: too few days to say.',
})
export class SweepOverfittingType {
  @Given(() => Int, 'Runs that were compared: all runs of the grid that are DONE.') runs!: number;
  @Given(() => Int, 'Exchange days on which a trade of any run closed.') days!: number;
  @Maybe(
    () => Float,
    'Chance that the run that is best on half of the days is below the median on the others, a fraction 0..1; 0.5 is luck (Bailey et al. 2017).',
  )
  probability!: number | null;
  @Maybe(() => Float, 'The highest Sharpe ratio of all runs.') bestSharpe!: number | null;
  @Maybe(() => Float, 'The highest Sharpe ratio to be expected of as many runs without any skill.')
  luckySharpe!: number | null;
  @Maybe(
    () => Float,
    'Deflated Sharpe ratio: the chance that the true ratio of the best run lies above luckySharpe, a fraction 0..1 (Bailey & López de Prado 2014).',
  )
  deflatedSharpe!: number | null;
}
