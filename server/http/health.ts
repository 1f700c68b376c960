import type { RequestHandler } from 'express';
import type { ReadinessCheck } from '../ports/readiness.ts';

const PATIENCE_MS = 2_000;

/** `/readyz`: 503 with the reasons while something essential does not work. */
export function readiness(checks: readonly ReadinessCheck[]): RequestHandler {
  return async (_request, response) => {
    const outcomes = await Promise.all(checks.map(outcomeOf));
    const wrong = outcomes.filter(({ reason }) => reason !== null);
    const reasons = wrong.filter(({ essential }) => essential).map(describe);
    const notes = wrong.filter(({ essential }) => !essential).map(describe);
    const ready = reasons.length === 0;
    response.status(ready ? 200 : 503).json({ ready, reasons, notes });
  };
}

async function outcomeOf({ name, essential, check }: ReadinessCheck) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('does not answer'), PATIENCE_MS);
  });
  // An error may name hosts and accounts, and callers here need not be signed in.
  const reason = await Promise.race([check().catch(() => 'does not work'), late]);
  clearTimeout(timer);
  return { name, essential, reason };
}

function describe({
  name,
  reason,
}: {
  readonly name: string;
  readonly reason: string | null;
}): string {
  return `${name}: ${reason ?? ''}`;
}
