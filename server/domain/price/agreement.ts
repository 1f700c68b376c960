import { dec, type Decimal } from '../decimal.ts';
import { LEAST_WIDTH } from './observation.ts';
import { isWithin, SPREAD } from './spread.ts';
import type { Voice } from './voices.ts';

/** How the fresh voices stand to each other. */
export type AgreementKind =
  | 'NONE'
  /** One voice, and nothing to compare it with. */
  | 'LONE'
  /** All within 1 % of one another. */
  | 'AGREE'
  /** All within 3 %. */
  | 'DEGRADED'
  /** The highest and the lowest are further apart, and the third lies between, within 3 % of both. */
  | 'BRIDGED'
  /** Two agree, and the third lies more than 3 % from whatever they would call right. */
  | 'OUTVOTED'
  /** Some contradict each other, and nobody decides. */
  | 'CONFLICT';

export interface Agreement {
  readonly kind: AgreementKind;
  /** Whose votes make the price; empty where there is none to make. */
  readonly counted: readonly Voice[];
  readonly outlier: Voice | null;
  /** All fresh voices, the lowest price first. */
  readonly voices: readonly Voice[];
}

const HALF = dec('0.5');

export function agreementOf(fresh: readonly Voice[]): Agreement {
  const voices = [...fresh].sort((a, b) => a.price.comparedTo(b.price));
  const [low, second, third] = voices;
  const of = (kind: AgreementKind, counted = voices, outlier: Voice | null = null): Agreement => ({
    ...{ kind, counted, outlier, voices },
  });
  if (!low) return of('NONE');
  if (!second) return of('LONE');
  const high = third ?? second;
  if (near(low, high))
    return of(isWithin(low.price, high.price, SPREAD.agree) ? 'AGREE' : 'DEGRADED');
  if (!third) return of('CONFLICT', []);
  const [lower, upper] = [near(low, second), near(second, high)];
  if (lower && upper) return of('BRIDGED');
  if (lower && decide(low, second, high)) return of('OUTVOTED', [low, second], high);
  if (upper && decide(second, high, low)) return of('OUTVOTED', [second, high], low);
  return of('CONFLICT', []);
}

function near(a: Voice, b: Voice): boolean {
  return isWithin(a.price, b.price, SPREAD.conflict);
}

/** Neither of the two is so unsure that the third may be right as well. */
function decide(one: Voice, other: Voice, third: Voice): boolean {
  return excludes(one, third) && excludes(other, third);
}

/** As far as it is wider than any voice is, it may as well mean what lies towards the other. */
function excludes({ price, high }: Voice, other: Voice): boolean {
  const reach = high.minus(price).minus(price.times(LEAST_WIDTH));
  return other.price.greaterThan(price)
    ? other.price.greaterThan(price.plus(reach).times(SPREAD.conflict))
    : price.minus(reach).greaterThan(other.price.times(SPREAD.conflict));
}

/** The median of all votes: beyond the honest voices' own widths no single one can move it. */
export function priceOf(counted: readonly Voice[]): Decimal {
  return middleOf(votesOf(counted));
}

/** The larger distance from the price to the votes at a quarter and three quarters. */
export function widthOf(counted: readonly Voice[], price: Decimal): Decimal {
  const votes = votesOf(counted);
  const quarter = votes.length >> 2;
  const [low, high] = [votes[quarter], votes[votes.length - 1 - quarter]];
  if (!low || !high) throw new Error('A width needs a voice.');
  const [below, above] = [price.minus(low), high.minus(price)];
  return below.greaterThan(above) ? below : above;
}

function votesOf(counted: readonly Voice[]): readonly Decimal[] {
  const votes = counted.flatMap(({ low, price, high }) => [low, price, high]);
  return votes.sort((a, b) => a.comparedTo(b));
}

function middleOf(votes: readonly Decimal[]): Decimal {
  const [low, high] = [votes[(votes.length - 1) >> 1], votes[votes.length >> 1]];
  if (!low || !high) throw new Error('A price needs a voice.');
  return low === high ? low : low.plus(high).times(HALF);
}
