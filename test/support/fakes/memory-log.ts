import type { Log } from '../../../server/ports/log.ts';

/** Records log lines, each as one text. */
export class MemoryLog implements Log {
  readonly lines: string[] = [];

  info(message: string, detail?: object): void {
    this.lines.push(`info ${message} ${JSON.stringify(detail)}`);
  }

  warn(message: string, detail?: object): void {
    this.lines.push(`warn ${message} ${JSON.stringify(detail)}`);
  }

  error(message: string, detail?: object): void {
    this.lines.push(`error ${message} ${JSON.stringify(detail)}`);
  }
}
