import { dec, type Decimal } from '../decimal.ts';
import { LEAST_WIDTH } from './observation.ts';
import { isWithin, SPREAD } from './spread.ts';
import type { Voice } from './voices.ts';

/** How far the fresh voices agree. */
export type AgreementKind =
  | 'NONE'
  /** One voice, with none to compare it with. */
  | 'LONE'
  /** All within 1 % of one another. */
  | 'AGREE'
  /** All within 3 %. */
  | 'DEGRADED'
  /** The highest and the lowest are further apart, and another voice lies between, within 3 % of both. */
  | 'BRIDGED'
  /** All but one agree, and the last lies more than 3 % from whatever two of them would call right. */
  | 'OUTVOTED'
  /** Some contradict each other, and no majority decides. */
  | 'CONFLICT';

export interface Agreement {
  readonly kind: AgreementKind;
  /** The voices whose votes make the price; empty where there is no price. */
  readonly counted: readonly Voice[];
  readonly outlier: Voice | null;
  /** All fresh voices, the lowest price first. */
  readonly voices: readonly Voice[];
}

const HALF = dec('0.5');

/**
 * Each source has one voice, Pyth like any other: where two contradict each other it decides as the third;
 * where three speak already it is a fourth. Of four, three outvote one, and two against two decide nothing.
 */
export function agreementOf(fresh: readonly Voice[]): Agreement {
  const voices = [...fresh].sort((a, b) => a.price.comparedTo(b.price));
  const [low, high] = [voices[0], voices.at(-1)];
  const of = (kind: AgreementKind, counted = voices, outlier: Voice | null = null): Agreement => ({
    ...{ kind, counted, outlier, voices },
  });
  if (!low || !high) return of('NONE');
  if (low === high) return of('LONE');
  if (near(low, high))
    return of(isWithin(low.price, high.price, SPREAD.agree) ? 'AGREE' : 'DEGRADED');
  if (voices.some((voice) => near(low, voice) && near(voice, high))) return of('BRIDGED');
  const [lower, upper] = [voices.slice(0, -1), voices.slice(1)];
  if (decide(lower, high)) return of('OUTVOTED', lower, high);
  if (decide(upper, low)) return of('OUTVOTED', upper, low);
  return of('CONFLICT', []);
}

function near(a: Voice, b: Voice): boolean {
  return isWithin(a.price, b.price, SPREAD.conflict);
}

/** Whether the voices agree, and two of them at least are too sure for the other to be right as well. */
function decide(voices: readonly Voice[], other: Voice): boolean {
  const [first, last] = [voices[0], voices.at(-1)];
  if (!first || !last || !near(first, last)) return false;
  return voices.filter((voice) => excludes(voice, other)).length >= 2;
}

/** Whether a voice excludes the other: its width beyond the least counts as reach towards the other. */
function excludes({ price, high }: Voice, other: Voice): boolean {
  const reach = high.minus(price).minus(price.times(LEAST_WIDTH));
  return other.price.greaterThan(price)
    ? other.price.greaterThan(price.plus(reach).times(SPREAD.conflict))
    : price.minus(reach).greaterThan(other.price.times(SPREAD.conflict));
}

/** The median of all votes: no single voice can move it beyond the widths of the honest ones. */
export function priceOf(counted: readonly Voice[]): Decimal {
  return middleOf(votesOf(counted));
}

/** The larger distance from the price to the votes at one and three quarters of their order. */
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
