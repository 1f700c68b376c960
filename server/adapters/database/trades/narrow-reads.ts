/** Rows of `trades` that `needsDesk` was true of at their version, or of which nobody has judged it there. */
export const UNGUARDED =
  "phase IN ('PENDING', 'OPEN') AND (guarded_version IS NULL OR guarded_version <> version)";
