import { pino, type DestinationStream, type Logger } from 'pino';
import type { Log } from '../../ports/log.ts';
import { redact, redactText } from './redact.ts';

/** One line of JSON an entry, on standard output unless told otherwise; secrets never get there. */
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

/** An error given as the detail is told as `error`, which it would not be by itself. */
function clean(detail: object): object {
  return redact(detail instanceof Error ? { error: detail } : detail) as object;
}
