import type { RowError } from '../../../ports/data-files.ts';

export const MOST_ERRORS = 100;

/** Thrown when the list is full: the rest of the file is not checked. */
export class TooManyErrors extends Error {
  override readonly name = 'TooManyErrors';
}

/** The first errors of a file. */
export class ImportErrors {
  readonly list: RowError[] = [];

  /** @throws {TooManyErrors} */
  add(line: number, field: string, reason: string): void {
    this.list.push({ line, field, reason });
    if (this.list.length >= MOST_ERRORS) throw new TooManyErrors();
  }
}
