/** This version's remaining differences from the public contract, as `findBreakingChanges` words them: none. */
export const NOT_SERVED_YET: ReadonlySet<string> = new Set();
