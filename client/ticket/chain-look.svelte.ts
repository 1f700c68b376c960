import { chainTime, shownRows, type ChainRow, type Step } from './chain-view.ts';
import type { Market } from './market.svelte.ts';

export type ChainSides = 'both' | 'calls' | 'puts';

/** Strikes shown in each direction from the spot, unless all are chosen. */
const AROUND = 8;
/** The most symbols that one request accepts. */
const MOST_SYMBOLS = 500;

/** The part of a chain on screen: only its quotes are streamed, and only they count for the age. */
export class ChainLook {
  sides = $state<ChainSides>('both');
  step = $state<Step>('all');
  everything = $state(false);

  constructor(private readonly market: () => Market) {}

  readonly rows: readonly ChainRow[] = $derived.by(() => {
    const { rows, spotNumber } = this.market();
    return shownRows(rows, spotNumber, this.step, this.everything ? null : AROUND);
  });

  readonly #quotes = $derived.by(() =>
    this.rows.flatMap(({ call, put }) => [
      ...(call && this.sides !== 'puts' ? [call] : []),
      ...(put && this.sides !== 'calls' ? [put] : []),
    ]),
  );

  /** A string, so that a moving price does not subscribe again. */
  readonly #symbols = $derived(this.#quotes.map(({ symbol }) => symbol).join(' '));

  readonly #streams = $derived.by(() => {
    const market = this.market();
    const symbols = this.#symbols === '' ? [] : this.#symbols.split(' ');
    return chunksOf(symbols, MOST_SYMBOLS).map((some) => market.quotesOf(some));
  });

  /** Streams the quotes while the calling effect is active. */
  follow(): void {
    for (const stream of this.#streams) void stream.current;
  }

  readonly madeAt = $derived(chainTime(this.rows));
  readonly stale = $derived(this.#quotes.some((quote) => quote.stale));
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
