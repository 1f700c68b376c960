import type { BookCalibration, FillCalibrations } from '../../../server/ports/fill-calibrations.ts';

/** The calibration of a user without any venue fill. */
export const NOTHING_FITTED: BookCalibration = {
  ...{ mode: 'PAPER', fit: null, earlier: 0, later: 0, laterFills: 0, from: null, rivals: [] },
  doubt: 'FEW_EARLIER',
};

export const NO_CALIBRATION: FillCalibrations = { of: async () => NOTHING_FITTED };
