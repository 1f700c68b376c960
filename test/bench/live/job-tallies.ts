/** A job as `/metrics` counts it since the server began. */
export interface JobTally {
  readonly name: string;
  readonly runs: number;
  /** Ticks that were skipped because an earlier run still went on. */
  readonly skipped: number;
  /** Whether its last run failed. */
  readonly failing: boolean;
}

const LINE = /^twinbook_job_(runs|skipped|failing)\{job="([^"]+)"\} (\d+)$/gm;

export function jobTallies(metrics: string): readonly JobTally[] {
  const found = new Map<string, Record<string, number>>();
  for (const [, what, name, value] of metrics.matchAll(LINE))
    found.set(name!, { ...found.get(name!), [what!]: Number(value) });
  return [...found].map(([name, { runs = 0, skipped = 0, failing = 0 }]) => ({
    ...{ name, runs, skipped, failing: failing === 1 },
  }));
}

/** The counts between two reads of `/metrics`. */
export function tallyBetween(
  before: readonly JobTally[],
  after: readonly JobTally[],
): readonly JobTally[] {
  return after.map((now) => {
    const then = before.find(({ name }) => name === now.name);
    const { runs = 0, skipped = 0 } = then ?? {};
    return { ...now, runs: now.runs - runs, skipped: now.skipped - skipped };
  });
}
