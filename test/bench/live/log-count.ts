import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The level of an error in the server's log. */
const ERROR = 50;
const KEPT_LINES = 40;

/** What a server prints: its address, the number of its errors by their text, and its last lines. */
export class LogCount {
  address: string | null = null;
  readonly errors = new Map<string, number>();
  readonly #last: string[] = [];

  constructor({ stdout, stderr }: ChildProcess) {
    for (const stream of [stdout, stderr])
      if (stream) createInterface(stream).on('line', (line) => this.#keep(line));
  }

  get tail(): string {
    return this.#last.join('\n');
  }

  #keep(line: string): void {
    this.address ??= /Twinbook is at (http:\S+)/.exec(line)?.[1] ?? null;
    this.#last.push(line);
    if (this.#last.length > KEPT_LINES) this.#last.shift();
    const words = errorIn(line);
    if (words !== null) this.errors.set(words, (this.errors.get(words) ?? 0) + 1);
  }
}

function errorIn(line: string): string | null {
  if (!line.startsWith('{')) return null;
  try {
    const { level = 0, msg = '', error } = JSON.parse(line) as LogLine;
    if (level < ERROR) return null;
    return error?.message === undefined ? msg : `${msg} (${error.message})`;
  } catch {
    return null;
  }
}

interface LogLine {
  readonly level?: number;
  readonly msg?: string;
  readonly error?: { readonly message?: string };
}
