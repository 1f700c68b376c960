import type { Attachment } from 'svelte/attachments';

/** Lists up to this length are drawn whole. */
const WHOLE_UP_TO = 60;
/** Pixels drawn above and below the screen, so that fast scrolling finds rows. */
const MARGIN = 500;
const STEP = 100;

/** One line of a table: a group heading, or a row, whose key is the id of what it shows. */
export interface Line {
  key: string;
  isGroup: boolean;
}

export interface Drawn<T extends Line> {
  lines: readonly T[];
  /** Index of the first drawn line. */
  from: number;
  /** Height in pixels of the lines left out above and below. */
  above: number;
  below: number;
}

/** Draws only the part of a long table near the screen. All rows have one height, all headings another. */
export class RowWindow<T extends Line> {
  #top = $state(0);
  #height = $state(innerHeight);
  #row = $state(37);
  #group = $state(21);
  #body: HTMLElement | undefined;

  constructor(private readonly lines: () => readonly T[]) {}

  readonly #offsets = $derived.by(() => {
    const offsets = [0];
    for (const { isGroup } of this.lines()) {
      offsets.push((offsets.at(-1) ?? 0) + (isGroup ? this.#group : this.#row));
    }
    return offsets;
  });

  readonly drawn: Drawn<T> = $derived.by(() => {
    const lines = this.lines();
    if (lines.length <= WHOLE_UP_TO) return { lines, from: 0, above: 0, below: 0 };
    const offsets = this.#offsets;
    const at = (index: number) => offsets[index] ?? 0;
    const from = firstFrom(offsets, this.#top - MARGIN);
    const to = Math.min(lines.length, firstFrom(offsets, this.#top + this.#height + MARGIN) + 1);
    return {
      lines: lines.slice(from, to),
      from,
      above: at(from),
      below: at(lines.length) - at(to),
    };
  });

  /** Scrolls to a line that is not drawn; it is drawn by the next tick. */
  reveal(key: string): void {
    const index = this.lines().findIndex((line) => line.key === key);
    if (index < 0 || this.drawn.lines.some((line) => line.key === key) || !this.#body) return;
    const top = this.#body.getBoundingClientRect().top + scrollY;
    scrollTo({ top: top + (this.#offsets[index] ?? 0) - innerHeight / 2 });
    this.#measure(this.#body);
  }

  /** Attached to the table's body. */
  readonly watch: Attachment<HTMLElement> = (body) => {
    this.#body = body;
    const measure = () => this.#measure(body);
    measure();
    addEventListener('scroll', measure, { passive: true });
    addEventListener('resize', measure);
    return () => {
      removeEventListener('scroll', measure);
      removeEventListener('resize', measure);
    };
  };

  #measure(body: HTMLElement): void {
    this.#top = Math.floor(-body.getBoundingClientRect().top / STEP) * STEP;
    this.#height = innerHeight + STEP;
    const heightOf = (selector: string) =>
      body.querySelector<HTMLElement>(selector)?.getBoundingClientRect().height;
    // A row without a stop is a line taller, so an ordinary row is measured.
    this.#row = heightOf('tr[data-id]:not(.alarm)') ?? heightOf('tr[data-id]') ?? this.#row;
    this.#group = heightOf('tr.grp') ?? this.#group;
  }
}

/** The last line that begins at or before a height, by binary search. */
function firstFrom(offsets: readonly number[], height: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
