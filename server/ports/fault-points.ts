/**
 * Every place between two steps of an order's life where the process may die, named as in the code that
 * passes it.
 */
export const FAULT_POINTS = [
  'place: checked',
  'place: in transaction',
  'place: stored',
  'request: checked',
  'request: in transaction',
  'request: stored',
  'advance: decided',
  'send: submitted',
  'send: answered',
  'send: looked',
  'send: stored for the day',
  'send: learned',
  'cancel: asked',
  'cancel: looked',
  'cancel: learned',
  'change: asked',
  'change: looked',
  'change: learned',
  'sync: looked',
  'sync: learned',
  'sync: advanced',
  'watch: triggered',
  'trail: noted',
  'trail: in transaction',
  'trail: asked',
  'settle: priced',
  'settle: synced',
  'settle: in transaction',
  'settle: stored',
  'deliver: looked',
  'deliver: in transaction',
  'deliver: stored',
  'reconcile: differs',
  'reconcile: agreed',
  'reconcile: told',
] as const;

/** The same for swaps of real money. A served desk on a test clock makes none. */
export const SWAP_FAULT_POINTS = [
  'swap: inspected',
  'swap: stored',
  'swap: signed',
  'swap: submitted',
  'swap: sent',
  'swap: looked',
  'swap: learned',
] as const;

export type FaultPoint = (typeof FAULT_POINTS)[number] | (typeof SWAP_FAULT_POINTS)[number];

/** Called at each point as it is passed. A production desk has none; a test's may kill the process there. */
export type PassFaultPoint = (point: FaultPoint) => void;
