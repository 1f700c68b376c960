/** Columns of the closed trades in order, with widths; those without a `key` cannot be hidden. */
export const COLUMNS = [
  { name: 'Closed', width: 88 },
  { name: 'Instrument', width: 138 },
  { name: 'Ended', width: 144 },
  { key: 'qty', name: 'Qty', width: 66 },
  { key: 'prices', name: 'Entry › exit', width: 150 },
  { key: 'held', name: 'Held', width: 76 },
  { name: 'Net P&L', width: 92 },
  { key: 'return', name: 'Return', width: 62 },
  { key: 'r', name: 'R', width: 62 },
  { key: 'excursion', name: 'Worst — result — best', width: 190 },
  { key: 'ai', name: 'AI said', width: 92 },
  { key: 'strategy', name: 'Strategy, tags', width: 148 },
  { key: 'note', name: 'Note', width: 40 },
] as const;

export type ColumnKey = Extract<(typeof COLUMNS)[number], { key: string }>['key'];

export const CHOOSABLE = COLUMNS.filter((column) => 'key' in column);

const STORED = 'twinbook.history-columns';

/** Which columns are hidden, stored in this browser. */
class HiddenColumns {
  #keys: readonly string[] = $state.raw(read());

  has(key: string | undefined): boolean {
    return key !== undefined && this.#keys.includes(key);
  }

  get count(): number {
    return this.#keys.length;
  }

  toggle(key: ColumnKey): void {
    this.#keep(this.has(key) ? this.#keys.filter((each) => each !== key) : [...this.#keys, key]);
  }

  showAll(): void {
    this.#keep([]);
  }

  #keep(keys: readonly string[]): void {
    this.#keys = keys;
    try {
      localStorage.setItem(STORED, JSON.stringify(keys));
    } catch {
      // Where the browser stores nothing, the choice lasts until the page is left.
    }
  }
}

function read(): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    const known = CHOOSABLE.map(({ key }) => key as string);
    return Array.isArray(found) ? known.filter((key) => found.includes(key)) : [];
  } catch {
    return [];
  }
}

export const hiddenColumns = new HiddenColumns();
