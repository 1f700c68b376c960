import { Exact, typed } from '../lib/exact.ts';
import { faultOf, valueOf, type Parameter, type ParameterValue } from './parameters.ts';

/** The most runs of one sweep. */
export const MOST_RUNS = 10_000;

const RANGE = /^(\S+)\s+to\s+(\S+)\s+step\s+(\S+)$/i;

/** The values that a text such as `10, 20, 30` or `10 to 50 step 5` means; a fault says why it is neither. */
export function readValues(
  of: Parameter,
  text: string,
): { values: string[]; fault: string | null } {
  const plain = text.trim();
  const none = (fault: string | null) => ({ values: [], fault });
  if (plain === '') return none(null);
  const range = RANGE.exec(plain);
  const texts = range ? spread(range.slice(1)) : plain.split(',').map((each) => each.trim());
  if (texts === 'no span') return none('From, to and a step above 0, such as 10 to 50 step 5.');
  if (texts === 'too many' || texts.length > MOST_RUNS) return none('At most 10,000 values.');
  if (texts.some((each) => each === '')) return none('Values with commas between them.');
  // 0.4 and 0.40 are one value, because the same value is sent for both.
  const values = new Map<ParameterValue, string>();
  for (const each of texts) {
    const fault = faultOf(of, each);
    if (fault) return none(`${each}: ${fault}`);
    const value = valueOf(of, each);
    if (!values.has(value)) values.set(value, each);
  }
  return { values: [...values.values()], fault: null };
}

/** Every step from the first number to the last. */
function spread(ends: readonly string[]): string[] | 'no span' | 'too many' {
  const [from, to, step] = ends.map((end) => typed(end));
  if (!from || !to || !step?.gt(0) || to.lt(from)) return 'no span';
  const count = to.minus(from).div(step).floor().plus(1);
  if (count.gt(MOST_RUNS)) return 'too many';
  return Array.from({ length: count.toNumber() }, (_, at) => from.plus(step.times(at)).toFixed());
}

export interface Grid {
  /** What is sent: a list of values for each parameter that is varied. */
  readonly values: Readonly<Record<string, readonly ParameterValue[]>>;
  /** The number of runs; 0 while nothing is varied. */
  readonly runs: Exact;
  /** Counts of values, one for each parameter that is varied. */
  readonly counts: readonly number[];
  /** What is wrong with the typed values, by parameter. */
  readonly faults: Readonly<Record<string, string>>;
  /** Why the sweep cannot start; null when it can. */
  readonly fault: string | null;
}

export function gridOf(
  parameters: readonly Parameter[],
  texts: Readonly<Record<string, string>>,
): Grid {
  const values: Record<string, ParameterValue[]> = {};
  const faults: Record<string, string> = {};
  for (const of of parameters) {
    const read = readValues(of, texts[of.name] ?? '');
    if (read.fault) faults[of.name] = read.fault;
    else if (read.values.length > 0) values[of.name] = read.values.map((each) => valueOf(of, each));
  }
  const counts = Object.values(values).map((each) => each.length);
  const runs = counts.reduce(
    (all, count) => all.times(count),
    new Exact(counts.length > 0 ? 1 : 0),
  );
  return { values, counts, runs, faults, fault: whyNot(runs, faults) };
}

function whyNot(runs: Exact, faults: Readonly<Record<string, string>>): string | null {
  if (Object.keys(faults).length > 0) return 'Fix the marked values.';
  if (runs.isZero()) return 'Give one parameter several values.';
  return runs.gt(MOST_RUNS) ? 'At most 10,000 runs.' : null;
}
