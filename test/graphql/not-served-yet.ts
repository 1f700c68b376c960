/** This version's remaining differences from the public contract, as `findBreakingChanges` words them. */
export const NOT_SERVED_YET: ReadonlySet<string> = new Set([
  'DriftReport was removed.',
  'DriftRow was removed.',
  'DriftCause was removed.',
  'FillError was removed.',
  'DriftRowConnection was removed.',
  'DriftRowEdge was removed.',
  'CALIBRATED was removed from enum type FillModel.',
  'Query.drift was removed.',
  'Query.fillErrors was removed.',
]);
