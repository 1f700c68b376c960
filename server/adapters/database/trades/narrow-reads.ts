/** Active trades for which `needsDesk` was true at their present version, or was not evaluated at it. */
export const UNGUARDED =
  "phase IN ('PENDING', 'OPEN') AND (guarded_version IS NULL OR guarded_version <> version)";
