import { asciiOf, AsciiLines } from './ascii-lines.ts';
import type { Hasher } from './backtest-input.ts';
import type { Decision } from './backtest-report.ts';

const PIECE = 16_384;
const MOST_LINES = 1_000;
const ASKED = asciiOf('ASKED|');

/** All events in order, hashed as they come, so that a long run needs no memory for them. */
export class Ledger {
  readonly #log: { readonly at: number; readonly text: string }[] = [];
  readonly #warnings = new Map<string, number>();
  #piece = '';
  readonly #lines = new AsciiLines(PIECE);
  /** When all data is known that the present instant uses. */
  by = 0;

  constructor(
    private readonly hasher: Hasher,
    private readonly decisions?: Decision[],
  ) {}

  /** Writes an order, fill or settlement, in canonical words. */
  write(...parts: readonly (string | number)[]): void {
    this.#piece += parts.length === 1 ? `${parts[0]}\n` : `${parts.join('|')}\n`;
    if (this.#piece.length < PIECE) return;
    this.#flush();
  }

  decide(at: number, asked: string): void {
    this.#note(at, asked);
    this.write(`ASKED|${at}|${asked}`);
  }

  /** Like `decide`, for a request so frequent that its words are kept as ASCII, after a bar. */
  decideAgain(at: number, asked: string, words: Uint8Array): void {
    this.#note(at, asked);
    const line = this.line();
    line.words(ASKED);
    line.whole(at);
    line.words(words);
    line.end();
  }

  /** The lines to which the caller adds one, and ends it. They are hashed before a later piece of text. */
  line(): AsciiLines {
    if (this.#piece !== '') this.#flush();
    if (this.#lines.isFull) this.hasher.update(this.#lines.taken());
    return this.#lines;
  }

  log(at: number, text: string): void {
    this.#log.push({ at, text: text.slice(0, 1_000) });
    if (this.#log.length > 2 * MOST_LINES) this.#log.splice(0, MOST_LINES);
  }

  get lines(): readonly { readonly at: number; readonly text: string }[] {
    return this.#log.slice(-MOST_LINES);
  }

  /** Keeps each sentence once, with how often it was said. */
  warn(text: string, times = 1): void {
    this.#warnings.set(text, (this.#warnings.get(text) ?? 0) + times);
  }

  get warnings(): readonly string[] {
    return [...this.#warnings].map(([text, times]) =>
      times > 1 ? `${text} (${times} times)` : text,
    );
  }

  digest(): string {
    this.#flush();
    return this.hasher.digest();
  }

  #note(at: number, asked: string): void {
    this.decisions?.push({ at, by: Math.max(at, this.by), asked });
  }

  #flush(): void {
    if (this.#lines.length > 0) this.hasher.update(this.#lines.taken());
    if (this.#piece !== '') this.hasher.update(this.#piece);
    this.#piece = '';
  }
}
