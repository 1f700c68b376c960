import 'reflect-metadata';
import { Float, ObjectType } from 'type-graphql';
import type { Greeks } from '../../domain/market/quote.ts';
import { Maybe } from '../enums/described.ts';

/** Fields of everything with Greeks; null for anything but an option, or when unknown. */
@ObjectType({ simpleResolvers: true })
export abstract class WithGreeks implements Greeks {
  @Maybe(() => Float, 'Change of the price per dollar of the underlying: calls 0..1, puts -1..0.')
  delta!: number | null;
  @Maybe(() => Float, 'Change of delta per dollar of the underlying.') gamma!: number | null;
  @Maybe(() => Float, 'Change of the price with time, dollars per share and calendar day.') theta!:
    number | null;
  @Maybe(
    () => Float,
    'Change of the price with implied volatility, dollars per share and percent point.',
  )
  vega!: number | null;
  @Maybe(() => Float, 'Implied volatility as a fraction: 0.25 is 25 %.') iv!: number | null;
}

@ObjectType('Greeks', {
  simpleResolvers: true,
  description: 'Sensitivities of one option contract, per share.',
})
export class GreeksType extends WithGreeks {}
