import {
  createSeriesMarkers,
  LineSeries,
  LineStyle,
  type AutoscaleInfo,
  type IChartApi,
  type IPriceLine,
  type PriceFormat,
  type ISeriesApi,
  type ISeriesMarkersPluginApi,
  type SeriesMarker,
  type SeriesType,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts';
import { candleSlots } from './candle-slots.ts';
import { candleAxis, markAxis, type ChartAxis } from './chart-axis.ts';
import { chartInks } from './chart-inks.ts';
import type { ChartCandle, ChartPoint, GridSlot } from './chart-point.ts';
import { NOT_DRAWN, timeOf } from './drawn-slot.ts';
import { emptyChart } from './empty-chart.ts';
import { SECONDS, type Drawing } from './intervals.ts';
import { LevelDrag, type LevelDragOptions } from './level-drag.ts';
import { LevelSeries } from './level-series.ts';
import { candleSeries, markSeries, type PriceSeries } from './price-series.ts';
import { gridStep, onGrid } from './time-grid.ts';
import type { LevelStep } from './travel.ts';

export interface ChartMark {
  /** Seconds since 1970. */
  readonly at: number;
  readonly price: number;
  readonly kind: 'buy' | 'sell' | 'bookend';
  readonly text: string;
}

export interface Charted {
  readonly points: readonly ChartPoint[];
  /** Drawn instead of the points, in a chart of candles. */
  readonly candles: readonly ChartCandle[];
  readonly entry: number | null;
  readonly strike: number | null;
  /** Stop and target over time. */
  readonly levels: readonly LevelStep[];
  readonly trails: boolean;
  /** The stop is not at the venue now. */
  readonly bare: boolean;
  readonly marks: readonly ChartMark[];
  /** True when the venue closes at night. */
  readonly closes: boolean;
}

/** The visible part of the axis: its width in pixels, and its ends in slots. */
export interface AxisView {
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

const UNDERLYING_HEIGHT = 110;
/** Half of a fill's label, and of each of its letters. */
const ROOM_PX = 44;
const LETTER_PX = 3;

/**
 * The instrument above its underlying, on one axis: either its marks, true to time and dotted where
 * snapshots are missing, or candles. New data keeps the reader's zoom.
 */
export class PriceChart {
  readonly #colors;
  readonly #chart: IChartApi;
  readonly #levels: LevelSeries;
  readonly #price: PriceSeries;
  readonly #marks: ISeriesMarkersPluginApi<Time>;
  #underlying: ISeriesApi<'Line'> | null = null;
  #lines: { series: ISeriesApi<SeriesType>; line: IPriceLine }[] = [];
  #entry: number | null = null;
  #drawn = '';
  /** Letters of the longest label of a fill. */
  #longest = 0;
  #step: number | null = null;
  #axis: ChartAxis = markAxis([]);

  constructor(
    private readonly node: HTMLElement,
    zone: string,
    private readonly drawing: Drawing,
    /** How the instrument's prices are written. */
    format: PriceFormat,
  ) {
    this.#colors = chartInks(node);
    this.#chart = emptyChart(node, this.#colors, zone, drawing === 'ONE_DAY');
    this.#levels = new LevelSeries(this.#chart, this.#colors, format);
    const made = drawing === 'MARKS' ? markSeries : candleSeries;
    this.#price = made(this.#chart, this.#colors, format, (original) => this.#scale(original()));
    this.#marks = createSeriesMarkers<Time>(this.#price.series, []);
  }

  show(charted: Charted): void {
    const { entry, strike, levels, marks } = charted;
    const before = this.#step;
    const wasWhole = this.#showsAll();
    this.#axis = this.#axisOf(charted);
    const { slots } = this.#axis;
    this.#price.draw(slots);
    this.#levels.show(this.#axis, levels, charted);
    this.#longest = Math.max(0, ...marks.map(({ text }) => text.length));
    this.#marks.setMarkers(marks.map((mark) => this.#marker(mark)));
    this.#showUnderlying(slots);
    this.#drawLines(entry, strike);
    if (wasWhole || before !== this.#step) this.#showWhole();
  }

  #axisOf({ points, candles, closes }: Charted): ChartAxis {
    if (this.drawing !== 'MARKS') {
      const step = SECONDS[this.drawing];
      this.#step = step;
      return candleAxis(candleSlots(candles, step), step);
    }
    this.#step = gridStep(points, this.#step, closes);
    return markAxis(onGrid(points, this.#step, closes));
  }

  /** Shows everything, with room at both ends for the labels of the first and last fill. */
  #showWhole(): void {
    const scale = this.#chart.timeScale();
    const last = Math.max(1, this.#axis.slots.length - 1);
    const px = Math.max(ROOM_PX, this.#longest * LETTER_PX);
    const room = (last * px) / Math.max(px, scale.width() - 2 * px);
    scale.setVisibleLogicalRange({ from: -room, to: last + room });
  }

  /** Calls back now and whenever the reader zooms, moves or resizes. */
  watch(changed: (view: AxisView) => void): void {
    const scale = this.#chart.timeScale();
    const report = () => {
      const range = scale.getVisibleLogicalRange();
      if (range) changed({ width: scale.width(), from: range.from, to: range.to });
    };
    scale.subscribeVisibleLogicalRangeChange(report);
    scale.subscribeSizeChange(report);
    report();
  }

  /** The place of an instant on the axis, in slots. */
  placeOf(seconds: number): number {
    return this.#axis.placeOf(seconds);
  }

  instantAt(place: number): number {
    return this.#axis.instantAt(place);
  }

  /** Calls back with the point under the pointer; null when there is none. */
  onPoint(read: (point: ChartPoint | null) => void): void {
    this.#chart.subscribeCrosshairMove(({ logical }) => {
      read(logical === undefined ? null : (this.#axis.slots[Math.round(logical)]?.point ?? null));
    });
  }

  /** Lets the reader drag stop and target; returns a function that ends it. */
  drag(options: Pick<LevelDragOptions, 'levels' | 'rounded' | 'onDrop'>): () => void {
    const width = () => this.#chart.timeScale().width();
    const { series } = this.#price;
    const drag = new LevelDrag(this.node, { ...options, series, width, inks: this.#colors });
    return () => drag.remove();
  }

  remove(): void {
    this.#chart.remove();
  }

  /** True when everything is visible, so the reader has not zoomed. */
  #showsAll(): boolean {
    const range = this.#chart.timeScale().getVisibleLogicalRange();
    return !range || (range.from <= 1 && range.to >= this.#axis.slots.length - 2);
  }

  /** Includes the entry price: the library does not scale to fit a price line. */
  #scale(own: AutoscaleInfo | null): AutoscaleInfo | null {
    const range = own?.priceRange;
    const shown = [this.#entry, range?.minValue, range?.maxValue].filter(
      (level) => typeof level === 'number',
    );
    if (shown.length === 0) return null;
    return { priceRange: { minValue: Math.min(...shown), maxValue: Math.max(...shown) } };
  }

  #marker({ at, price, kind, text }: ChartMark): SeriesMarker<Time> {
    const time = (this.#axis.slots[this.#axis.slotAt(at)]?.at ?? at) as UTCTimestamp;
    const base = { time, price, text };
    if (kind === 'bookend') {
      const look = { shape: 'circle', color: this.#colors.violet, size: 0.5 } as const;
      return { ...base, ...look, position: 'atPriceMiddle' };
    }
    return kind === 'buy'
      ? { ...base, shape: 'arrowUp', color: this.#colors.ink, position: 'atPriceBottom' }
      : { ...base, shape: 'arrowDown', color: this.#colors.ink, position: 'atPriceTop' };
  }

  #showUnderlying(slots: readonly GridSlot[]): void {
    const known = slots.flatMap((slot) => {
      const value = slot.point?.underlying;
      if (value == null) return [];
      const shown = { time: timeOf(slot), value };
      return [slot.beforeGap ? { ...shown, color: NOT_DRAWN } : shown];
    });
    if (known.length === 0) return;
    if (!this.#underlying) {
      const look = { color: this.#colors.blue, lineWidth: 2, priceLineVisible: false } as const;
      this.#underlying = this.#chart.addSeries(LineSeries, look, 1);
      this.#chart.panes()[1]?.setHeight(UNDERLYING_HEIGHT);
    }
    this.#underlying.setData(known);
  }

  #drawLines(entry: number | null, strike: number | null): void {
    const wanted = JSON.stringify([entry, strike, this.#underlying !== null]);
    if (wanted === this.#drawn) return;
    this.#drawn = wanted;
    for (const { series, line } of this.#lines) series.removePriceLine(line);
    this.#lines = [];
    this.#entry = entry;
    this.#line(this.#price.series, entry, 'in', this.#colors.ink3, LineStyle.Dotted);
    this.#line(this.#underlying, strike, 'strike', this.#colors.violet, LineStyle.LargeDashed);
  }

  #line(
    series: ISeriesApi<SeriesType> | null,
    price: number | null,
    title: string,
    color: string,
    lineStyle: LineStyle,
  ): void {
    if (!series || price === null) return;
    const line = series.createPriceLine({ price, title, color, lineStyle, lineWidth: 1 });
    this.#lines.push({ series, line });
  }
}
