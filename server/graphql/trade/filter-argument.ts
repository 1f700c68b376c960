import { Arg } from 'type-graphql';
import { TradeFilterInput } from './trade-filter.input.ts';

/** The argument `filter` of figures that are computed over trades. */
export function FilterArg(): ReturnType<typeof Arg> {
  return Arg('filter', () => TradeFilterInput, {
    nullable: true,
    description: 'Which trades; left out: all.',
  });
}
