import { GraphQLScalarType, Kind } from 'graphql';
import { dec, Decimal } from '../../domain/decimal.ts';
import { coercionError, quoted } from './coercion-error.ts';

const FORM = /^-?\d{1,30}(\.\d{1,30})?$/;
const FRACTION_DIGITS = 30;

/** Exact on the wire: text both ways, so that no JSON reader turns money into a binary float. */
export const DecimalScalar = new GraphQLScalarType<Decimal, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as text, e.g. "12.50". An input may also be an integer, never a float; at most 30 digits on either side of the point.',
  serialize: (value) => {
    if (!(value instanceof Decimal)) throw new TypeError('Only a Decimal is served as Decimal');
    return plain(value);
  },
  parseValue: (value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return dec(value);
    if (typeof value === 'string' && FORM.test(value)) return positiveZero(dec(value));
    throw coercionError(`Not a Decimal: ${quoted(value)}`);
  },
  parseLiteral: (node) => {
    const textual = node.kind === Kind.STRING || node.kind === Kind.INT;
    if (textual && FORM.test(node.value)) return positiveZero(dec(node.value));
    throw coercionError(
      'A Decimal is written as a string or an integer, at most 30 digits a side',
      node,
    );
  },
});

/**
 * Rounds to the digits that an input may have, because division leaves more: any value we send can be sent
 * back.
 */
function plain(value: Decimal): string {
  return positiveZero(value.toDecimalPlaces(FRACTION_DIGITS)).toFixed();
}

function positiveZero(value: Decimal): Decimal {
  return value.isZero() ? value.abs() : value;
}
