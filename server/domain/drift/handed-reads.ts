import type { RecordedCall } from '../backtest/recorded-run.ts';
import type { RunInput } from '../strategy/strategy-run.ts';

/** A line of a run’s journal; what the run read is the stored text. */
export interface HandedLine {
  readonly sequence: number;
  readonly at: Date;
  readonly input: RunInput;
  /** Null: the run only warmed up. */
  readonly reads: string | null;
  /** Dollars; null: the run did not ask for them. */
  readonly cash: string | null;
  /** The run asked for a quote or a chain. */
  readonly readsQuotes: boolean;
}

/** A call, and the place in the pieces of what it read. */
export interface HandedCall extends Omit<RecordedCall, 'reads'> {
  readonly reads: { readonly piece: number; readonly from: number; readonly to: number } | null;
}

const NO_QUOTE = JSON.stringify({ quotes: {}, chains: {} });

/** The calls in which a run looked at quotes, or could not, collected from its journal page by page. */
export class HandedReads {
  /** The texts read, in memory that threads may share. */
  readonly pieces: Uint8Array[] = [];
  readonly calls: HandedCall[] = [];
  /** Bytes of all pieces. */
  size = 0;

  /** Calls after `until`, in milliseconds, are left out. */
  constructor(private readonly until: number) {}

  add(lines: readonly HandedLine[]): void {
    const texts = lines.map(({ readsQuotes, reads }) => bytesOf(readsQuotes ? reads! : NO_QUOTE));
    const piece = new Uint8Array(
      new SharedArrayBuffer(texts.reduce((sum, t) => sum + t.length, 0)),
    );
    let from = 0;
    for (const [n, line] of lines.entries()) {
      const text = texts[n]!;
      piece.set(text, from);
      const place = { piece: this.pieces.length, from, to: from + text.length };
      from += text.length;
      this.#call(line, place);
    }
    this.size += from;
    this.pieces.push(piece);
  }

  #call({ input, at: called, reads, readsQuotes }: HandedLine, place: HandedCall['reads']): void {
    if (input.kind === 'WARM_UP' || called.getTime() > this.until) return;
    const isTold = input.kind === 'QUOTE';
    if (!isTold && input.kind !== 'FILL' && !readsQuotes && reads !== null) return;
    const { symbol } = input.kind === 'BAR' ? input.bar : isTold ? input.quote : input.fill;
    const at = input.kind === 'BAR' ? input.bar.at : called;
    const quote = isTold ? input.quote : null;
    this.calls.push({
      kind: input.kind,
      symbol,
      at: at.getTime(),
      quote,
      reads: reads === null ? null : place,
    });
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
