import type { Log } from '../../../server/ports/log.ts';

/** Records log lines for a test to check, and prints nothing. */
export class SilentLog implements Log {
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
