import type { Username } from '../domain/ids.ts';

/** A task for one user that only one server does at a time. */
export interface LeaseName {
  /** The task, such as the name of a job. */
  readonly lane: string;
  readonly username: Username;
  /** What the task is for, such as an account; unique within its lane. */
  readonly name: string;
}

/**
 * Leases shared by all servers of one database. A lease that is not renewed expires, so a killed server
 * blocks nobody for longer than `LEASE_MS`.
 */
export interface Leases {
  /** True when the lease is ours now: it was free, had expired, or was already ours. Also renews it. */
  take(lease: LeaseName): Promise<boolean>;
  /** Releases the lease when it is ours. */
  release(lease: LeaseName): Promise<void>;
  /** Names in this lane whose lease another server holds now. */
  heldByOthers(lane: string): Promise<ReadonlySet<string>>;
  /** Users with a lease in this lane, whichever server holds it. */
  users(lane: string): Promise<ReadonlySet<string>>;
}

/** Milliseconds of the machine's clock, like the scheduler's locks. */
export const LEASE_MS = 10_000;
/** How often a lease still in use is renewed, in milliseconds. */
export const RENEW_MS = 2_500;
