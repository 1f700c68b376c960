import fc from 'fast-check';
import type { FillFit, FillModel, FillRule } from '../../../server/domain/matching/fill-model.ts';

const percent = fc.integer({ min: 0, max: 100 });
const fit = fc.record<FillFit>({ buys: percent, sells: percent });

/** Any fill model; CALIBRATED with any fit, and sometimes without one. */
export const fillRule: fc.Arbitrary<FillRule> = fc.oneof(
  fc
    .constantFrom<FillModel[]>('TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT', 'QUOTE', 'CALIBRATED')
    .map((fillModel) => ({ fillModel, fillFit: null })),
  fit.map((fillFit) => ({ fillModel: 'CALIBRATED' as const, fillFit })),
);
