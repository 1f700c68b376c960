import type { Log } from '../../../server/ports/log.ts';

/** Records what is logged, for a test to check. */
export class RecordingLog implements Log {
  readonly lines: { readonly level: string; readonly message: string; readonly detail?: object }[] =
    [];

  info(message: string, detail?: object): void {
    this.lines.push({ level: 'info', message, detail });
  }

  warn(message: string, detail?: object): void {
    this.lines.push({ level: 'warn', message, detail });
  }

  error(message: string, detail?: object): void {
    this.lines.push({ level: 'error', message, detail });
  }
}
