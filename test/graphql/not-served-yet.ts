/** This version's remaining differences from the public contract, as `findBreakingChanges` words them. */
export const NOT_SERVED_YET: ReadonlySet<string> = new Set([
  'Verdict was removed.',
  'PromotionReport was removed.',
  'PromotionGate was removed.',
  'DriftReport was removed.',
  'DriftRow was removed.',
  'DriftCause was removed.',
  'DriftRowConnection was removed.',
  'DriftRowEdge was removed.',
  'Query.promotion was removed.',
  'Query.drift was removed.',
  'Mutation.startStrategy was removed.',
  'Mutation.stopStrategy was removed.',
  'Mutation.promoteStrategy was removed.',
  'Mutation.demoteStrategy was removed.',
]);
