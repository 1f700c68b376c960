import type { RequestHandler } from 'express';

export interface ReadinessCheck {
  readonly name: string;
  /** What is not essential, such as a provider, is told and does not make the server unready. */
  readonly essential: boolean;
  /** Null where all is well, else what is wrong, fit for anybody to read. */
  readonly check: () => Promise<string | null>;
}

const PATIENCE_MS = 2_000;

/** `/readyz`: 503 with the reasons while something essential does not work. */
export function readiness(checks: readonly ReadinessCheck[]): RequestHandler {
  return async (_request, response) => {
    const outcomes = await Promise.all(checks.map(outcomeOf));
    const wrong = outcomes.filter(({ reason }) => reason !== null);
    const reasons = wrong.filter(({ essential }) => essential).map(told);
    const notes = wrong.filter(({ essential }) => !essential).map(told);
    const ready = reasons.length === 0;
    response.status(ready ? 200 : 503).json({ ready, reasons, notes });
  };
}

async function outcomeOf({ name, essential, check }: ReadinessCheck) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('does not answer'), PATIENCE_MS);
  });
  // An error may name hosts and accounts: whoever asks here need not be signed in.
  const reason = await Promise.race([check().catch(() => 'does not work'), late]);
  clearTimeout(timer);
  return { name, essential, reason };
}

function told({ name, reason }: { readonly name: string; readonly reason: string | null }): string {
  return `${name}: ${reason ?? ''}`;
}
