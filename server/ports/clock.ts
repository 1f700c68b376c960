/** The desk's time. Nothing in the core asks the machine. */
export interface Clock {
  now(): Date;
}
