/** The desk's time. The core never reads the machine's clock. */
export interface Clock {
  now(): Date;
}
