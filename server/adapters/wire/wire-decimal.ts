import { z } from 'zod';
import { dec } from '../../domain/decimal.ts';

const NUMERAL = /^-?\d{1,60}(\.\d{1,60})?(e[+-]?\d{1,2})?$/i;
/** No price, size or share is beyond ten to this power, in either direction. */
const MOST_POWERS = 60;

/** A number or numeral of a host whose data anyone may write, as a decimal that can be written out in full. */
export const boundedDecimal = z
  .union([z.number(), z.string().regex(NUMERAL)])
  .transform((value) => dec(value))
  .refine((value) => value.isZero() || Math.abs(value.e) <= MOST_POWERS, 'Too many digits');

/** Like `boundedDecimal`, but not below zero. */
export const amount = boundedDecimal.refine((value) => !value.lessThan(0), 'Below zero');
