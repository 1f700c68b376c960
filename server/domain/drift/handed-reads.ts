import type { RecordedCall } from '../backtest/recorded-run.ts';
import type { RunInput } from '../strategy/strategy-run.ts';

/** A line of a run’s journal, with what was read as the text that is stored. */
export interface HandedLine {
  readonly sequence: number;
  readonly at: Date;
  readonly input: RunInput;
  /** Null: it only warmed up. */
  readonly reads: string | null;
  /** Dollars; null: it did not ask for them. */
  readonly cash: string | null;
  /** It asked for a quote or a chain. */
  readonly readsQuotes: boolean;
}

/** A call, and where in the pieces what it read lies. */
export interface HandedCall extends Omit<RecordedCall, 'reads'> {
  readonly reads: { readonly piece: number; readonly from: number; readonly to: number } | null;
}

const NO_QUOTE = JSON.stringify({ quotes: {}, chains: {} });

/** The calls of a run that looked at quotes, or could not: collected page by page of its journal. */
export class HandedReads {
  /** In memory that threads may share. */
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
