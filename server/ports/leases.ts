/** Something that concerns one user and that one server at a time does. */
export interface LeaseName {
  /** What is done, e.g. the name of a job. */
  readonly lane: string;
  readonly username: string;
  /** Of which of the user's things, e.g. an account; unique in its lane. */
  readonly name: string;
}

/**
 * Leases over all servers of one database. One that its server does not renew runs out, so that a server
 * that was killed keeps nobody waiting for longer than `LEASE_MS`.
 */
export interface Leases {
  /** Whether it is ours now: nobody had it, whoever had it let it run out, or it was ours. Renews it too. */
  take(lease: LeaseName): Promise<boolean>;
  /** Gives back what is ours. */
  release(lease: LeaseName): Promise<void>;
  /** Names of a lane that other servers hold now. */
  heldByOthers(lane: string): Promise<ReadonlySet<string>>;
  /** Users with a lease in a lane, whoever holds it. */
  users(lane: string): Promise<ReadonlySet<string>>;
}

/** Milliseconds of the machine's clock, as the scheduler's locks. */
export const LEASE_MS = 10_000;
/** How often a lease that is still needed is taken again. */
export const RENEW_MS = 2_500;
