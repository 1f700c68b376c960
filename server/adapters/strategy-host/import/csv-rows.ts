/** The cells of one row, with its line. */
export type OnRow = (cells: readonly string[], line: number) => void;

/** A row is longer than any valid row, so the rest of the file cannot be read. */
export class RowTooLong extends Error {
  override readonly name = 'RowTooLong';
  constructor(readonly line: number) {
    super('A row has at most 10,000 characters.');
  }
}

const LONGEST_ROW = 10_000;

/** Reads rows of CSV from pieces of text. Cells may be quoted; a row may then span several lines. */
export class CsvRows {
  #rest = '';
  #line = 1;

  constructor(private readonly onRow: OnRow) {}

  /** @throws {RowTooLong} */
  add(piece: string): void {
    const text = this.#rest + piece;
    let from = 0;
    let quote = quoteFrom(text, 0);
    for (;;) {
      if (quote < from) quote = quoteFrom(text, from);
      const end = endOfRow(text, from, quote);
      if (end < 0) break;
      this.#row(text.slice(from, end));
      from = end + 1;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length > LONGEST_ROW) throw new RowTooLong(this.#line);
  }

  end(): void {
    if (this.#rest !== '') this.#row(this.#rest);
    this.#rest = '';
  }

  #row(given: string): void {
    const line = this.#line;
    const text = given.endsWith('\r') ? given.slice(0, -1) : given;
    this.#line += given.includes('"') ? given.split('\n').length : 1;
    if (text.trim() === '') return;
    this.onRow(text.includes('"') ? quotedCells(text) : text.split(','), line);
  }
}

/** The position of the next quote; Infinity when there is none. One search serves all rows up to it. */
function quoteFrom(text: string, from: number): number {
  const quote = text.indexOf('"', from);
  return quote < 0 ? Infinity : quote;
}

/** The end of the row that begins at `from`: a line's end outside quotes; negative while it is incomplete. */
function endOfRow(text: string, from: number, quote: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0 || quote > end) return end;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === '\n' && !quoted) return at;
  }
  return -1;
}

function quotedCells(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (letter === '"' && quoted && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}
