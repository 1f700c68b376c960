/** This server's record of one job's runs. */
export class JobTally {
  runs = 0;
  skipped = 0;
  lastError: string | null = null;

  constructor(private readonly intervalMs: number) {}

  note(durationMs: number, failure: unknown): void {
    this.runs += 1;
    this.skipped += Math.floor(durationMs / this.intervalMs);
    this.lastError = failure === null ? null : messageOf(failure);
  }
}

function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
