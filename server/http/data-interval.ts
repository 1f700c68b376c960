import type { Request } from 'express';
import type { FileForm } from '../ports/data-files.ts';

export const INTERVALS = [
  'ONE_MINUTE',
  'FIVE_MINUTES',
  'FIFTEEN_MINUTES',
  'ONE_HOUR',
  'ONE_DAY',
] as const;

/** Null: no interval was given; undefined: no such interval exists. */
export function intervalIn(request: Pick<Request, 'query'>): FileForm['interval'] | undefined {
  const { interval } = request.query;
  if (interval === undefined) return null;
  return INTERVALS.find((each) => each === interval);
}
