import { LineStyle, type IPriceLine, type ISeriesApi } from 'lightweight-charts';
import type { ChartInks } from './chart-inks.ts';

export type Level = 'stop' | 'target';

/** Prices of the levels that may be dragged now; null or undefined for none. */
export type Levels = Partial<Record<Level, number | null>>;

export interface LevelDragOptions {
  readonly series: ISeriesApi<'Line' | 'Candlestick'>;
  readonly inks: ChartInks;
  /** Width of the drawn pane in pixels, without its axis. */
  readonly width: () => number;
  readonly levels: () => Levels;
  /** Rounds to a price that the instrument can have, never 0. */
  readonly rounded: (price: number) => number;
  /** Called with the rounded price where a line was dropped; nothing has been sent. */
  readonly onDrop: (level: Level, price: number) => void;
}

/** Distance in pixels within which the mouse takes hold of a line. */
const NEAR = 5;
/** Pixels that a drag must cover; anything shorter is a click. */
const MEANT = 3;

/** Drags stop and target with the mouse. On touch screens, a finger scrolls and prices are typed. */
export class LevelDrag {
  readonly #listening = new AbortController();
  #held: { level: Level; from: number; line: IPriceLine } | null = null;

  constructor(
    private readonly node: HTMLElement,
    private readonly options: LevelDragOptions,
  ) {
    const { signal } = this.#listening;
    // Captured before the chart receives it, or the chart would move its axes along.
    node.addEventListener('mousedown', this.#take, { signal, capture: true });
    node.addEventListener('mousemove', this.#hover, { signal });
    window.addEventListener('mousemove', this.#move, { signal });
    window.addEventListener('mouseup', this.#drop, { signal });
    window.addEventListener('keydown', this.#letGo, { signal, capture: true });
  }

  remove(): void {
    this.#listening.abort();
  }

  #take = (event: MouseEvent): void => {
    const level = event.button === 0 ? this.#levelAt(event) : null;
    if (!level) return;
    event.preventDefault();
    event.stopPropagation();
    const { series, inks } = this.options;
    const line = series.createPriceLine({
      price: this.#priceAt(event) ?? 0,
      color: level === 'stop' ? inks.loss : inks.gain,
      lineStyle: LineStyle.LargeDashed,
      lineWidth: 2,
      title: `new ${level}`,
    });
    this.#held = { level, from: event.clientY, line };
  };

  #move = (event: MouseEvent): void => {
    const price = this.#held && this.#priceAt(event);
    if (price) this.#held?.line.applyOptions({ price });
  };

  #drop = (event: MouseEvent): void => {
    const held = this.#held;
    const price = held && this.#priceAt(event);
    this.#end();
    if (held && price && Math.abs(event.clientY - held.from) >= MEANT)
      this.options.onDrop(held.level, price);
  };

  /** Escape cancels the drag; no other shortcut receives it then. */
  #letGo = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#held) return;
    event.stopPropagation();
    this.#end();
  };

  #end(): void {
    if (this.#held) this.options.series.removePriceLine(this.#held.line);
    this.#held = null;
  }

  #hover = (event: MouseEvent): void => {
    this.node.style.cursor = this.#held || this.#levelAt(event) ? 'ns-resize' : '';
  };

  #levelAt(event: MouseEvent): Level | null {
    const box = this.node.getBoundingClientRect();
    if (event.clientX - box.left > this.options.width()) return null;
    const y = event.clientY - box.top;
    const levels = Object.entries(this.options.levels()) as [Level, number | null][];
    const near = levels.find(([, price]) => {
      const at = price === null ? null : this.options.series.priceToCoordinate(price);
      return at !== null && Math.abs(at - y) <= NEAR;
    });
    return near?.[0] ?? null;
  }

  #priceAt(event: MouseEvent): number | null {
    const y = event.clientY - this.node.getBoundingClientRect().top;
    const price = this.options.series.coordinateToPrice(y);
    return price !== null && price > 0 ? this.options.rounded(price) : null;
  }
}
