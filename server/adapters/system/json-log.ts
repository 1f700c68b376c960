import { pino, type DestinationStream, type Logger } from 'pino';
import type { Log } from '../../ports/log.ts';
import { redact, redactText } from './redact.ts';

/** One line of JSON per entry, on standard output by default. Secrets are removed first. */
export class JsonLog implements Log {
  readonly #pino: Logger;

  constructor(destination: DestinationStream = pino.destination({ fd: 1, sync: true })) {
    this.#pino = pino(
      { base: { name: 'twinbook' }, timestamp: pino.stdTimeFunctions.isoTime },
      destination,
    );
  }

  info(message: string, detail: object = {}): void {
    this.#pino.info(clean(detail), redactText(message));
  }

  warn(message: string, detail: object = {}): void {
    this.#pino.warn(clean(detail), redactText(message));
  }

  error(message: string, detail: object = {}): void {
    this.#pino.error(clean(detail), redactText(message));
  }
}

/** An error passed as the detail is logged as `error`; it would not serialise by itself. */
function clean(detail: object): object {
  return redact(detail instanceof Error ? { error: detail } : detail) as object;
}
