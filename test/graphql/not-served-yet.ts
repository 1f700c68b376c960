/** This version's remaining differences from the public contract, as `findBreakingChanges` words them. */
export const NOT_SERVED_YET: ReadonlySet<string> = new Set([
  'Verdict was removed.',
  'PromotionReport was removed.',
  'PromotionGate was removed.',
  'Query.promotion was removed.',
  'Mutation.promoteStrategy was removed.',
  'Mutation.demoteStrategy was removed.',
]);
