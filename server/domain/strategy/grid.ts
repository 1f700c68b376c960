import { badInput, Refusal } from '../refusal.ts';
import { fillParameters } from './parameters.ts';
import type { ParameterSchema, StrategyParameters } from './definition.ts';

export const MOST_RUNS = 10_000;

/**
 * Every combination of a grid's values over a strategy's own parameters, the last name fastest.
 * @throws {Refusal} BAD_USER_INPUT for `grid`: unknown names, values outside their schema, more than `MOST_RUNS`.
 */
export function gridOf(
  schemas: Readonly<Record<string, ParameterSchema>>,
  base: StrategyParameters,
  grid: unknown,
): readonly StrategyParameters[] {
  if (grid === null || typeof grid !== 'object' || Array.isArray(grid))
    throw badInput('grid', 'A grid is an object: parameter name to a list of values.');
  const axes = Object.entries(grid as Record<string, unknown>);
  if (axes.length === 0) throw badInput('grid', 'A grid has at least one parameter.');
  let sets: StrategyParameters[] = [base];
  for (const [name, values] of axes) {
    if (!Array.isArray(values) || values.length === 0)
      throw badInput('grid', `The grid has a list of values for ${name}.`);
    if (new Set(values).size < values.length)
      throw badInput('grid', `The grid has a value of ${name} twice.`);
    if (sets.length * values.length > MOST_RUNS)
      throw badInput('grid', `A grid has at most ${MOST_RUNS} runs.`);
    sets = sets.flatMap((set) =>
      values.map((value: unknown) => ({ ...set, [name]: value }) as never),
    );
  }
  return sets.map((set) => asGrid(() => fillParameters(schemas, set)));
}

/** Turns the error of a value outside its schema into that of a wrong grid. */
function asGrid<T>(fill: () => T): T {
  try {
    return fill();
  } catch (error) {
    if (error instanceof Refusal) throw badInput('grid', error.message);
    throw error;
  }
}
