import type { Unpriced } from '../../../domain/price/observation.ts';

/** Codes of the stored reasons; a number is never given to another reason. */
export const REFUSED: Readonly<Record<Unpriced, number>> = {
  SILENT: 1,
  PUT_OFF: 2,
  ABSENT: 3,
  MALFORMED: 4,
  ZERO: 5,
  OLDER_BLOCK: 6,
  NO_HARD_POOL: 7,
  THIN: 8,
  IDLE: 9,
  NO_ROUTE: 10,
  CONTRADICTS_ITSELF: 11,
  UNCONVERTED: 12,
  UNSURE: 13,
  OUTDATED: 14,
};
export const REASONS: ReadonlyMap<number, Unpriced> = new Map(
  Object.entries(REFUSED).map(([reason, code]) => [code, reason as Unpriced]),
);
