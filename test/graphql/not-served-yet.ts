/** This version's remaining differences from the public contract, as `findBreakingChanges` words them. */
export const NOT_SERVED_YET: ReadonlySet<string> = new Set([
  'Verdict was removed.',
  'PromotionReport was removed.',
  'PromotionGate was removed.',
  'FillError was removed.',
  'CALIBRATED was removed from enum type FillModel.',
  'Query.promotion was removed.',
  'Query.fillErrors was removed.',
  'Mutation.promoteStrategy was removed.',
  'Mutation.demoteStrategy was removed.',
]);
