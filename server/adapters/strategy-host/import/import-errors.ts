/** Why a row is refused. The header is line 1; of JSON, `line` counts the objects. */
export interface ImportError {
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

export const MOST_ERRORS = 100;

/** Thrown when the list is full: nothing more is looked at. */
export class TooManyErrors extends Error {
  override readonly name = 'TooManyErrors';
}

/** The first errors of a file. */
export class ImportErrors {
  readonly list: ImportError[] = [];

  /** @throws {TooManyErrors} */
  add(line: number, field: string, reason: string): void {
    this.list.push({ line, field, reason });
    if (this.list.length >= MOST_ERRORS) throw new TooManyErrors();
  }
}
