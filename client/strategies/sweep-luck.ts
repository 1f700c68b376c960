import type { SweepLuckQuery } from '../gql/graphql.ts';

type Overfitting = NonNullable<NonNullable<SweepLuckQuery['sweep']>['overfitting']>;

/** The usual bounds for a deflated Sharpe ratio and for the chance of overfitting. */
const SURE = 0.95;
const OVERFIT = 0.5;

/** A fraction as whole percent; one that is neither 0 nor 1 is never shown as such. */
export function chance(fraction: number): string {
  const points = Math.round(100 * fraction);
  if (points >= 100 && fraction < 1) return 'over 99%';
  if (points <= 0 && fraction > 0) return 'under 1%';
  return `${points}%`;
}

/** What the figures say of the best run, in a sentence. */
export function luckVerdict({ probability, deflatedSharpe }: Overfitting): string {
  if (probability == null || deflatedSharpe == null)
    return 'Too few days with results to tell skill from luck.';
  if (probability >= OVERFIT)
    return 'Luck: the best run on half of the days is no better on the rest.';
  if (deflatedSharpe >= SURE) return 'Better than the luckiest of that many runs would be.';
  return 'The luckiest of that many runs might be as good.';
}
