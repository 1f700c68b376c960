import {
  createSeriesMarkers,
  LineSeries,
  LineStyle,
  LineType,
  type AutoscaleInfo,
  type IChartApi,
  type IPriceLine,
  type ISeriesApi,
  type ISeriesMarkersPluginApi,
  type SeriesMarker,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts';
import { chartInks } from './chart-inks.ts';
import { emptyChart } from './empty-chart.ts';
import {
  gridStep,
  instantAt,
  onGrid,
  slotOf,
  type ChartPoint,
  type GridSlot,
} from './time-grid.ts';
import { drawnSlot, NOT_DRAWN, priceOf, timeOf } from './drawn-slot.ts';
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
  readonly entry: number | null;
  readonly strike: number | null;
  /** Stop and target as they were over time. */
  readonly levels: readonly LevelStep[];
  readonly marks: readonly ChartMark[];
  /** The venue has nights. */
  readonly closes: boolean;
}

/** What the reader sees of the axis: the drawn width in pixels, and places in slots at its ends. */
export interface AxisView {
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

const UNDERLYING_HEIGHT = 110;
const ROOM = 0.05;
/** With fewer points each is marked, so that a line between two is not taken for a course. */
const FEW = 16;

/**
 * The instrument's marks over its underlying, on one axis that is true to time. Where no snapshot
 * was taken the line is dotted. New points keep what the reader has zoomed to.
 */
export class PriceChart {
  readonly #colors;
  readonly #chart: IChartApi;
  readonly #guess: ISeriesApi<'Line'>;
  readonly #price: ISeriesApi<'Line'>;
  readonly #stop: ISeriesApi<'Line'>;
  readonly #target: ISeriesApi<'Line'>;
  readonly #marks: ISeriesMarkersPluginApi<Time>;
  #underlying: ISeriesApi<'Line'> | null = null;
  #lines: { series: ISeriesApi<'Line'>; line: IPriceLine }[] = [];
  #entry: number | null = null;
  #drawn = '';
  #step: number | null = null;
  #slots: readonly GridSlot[] = [];

  constructor(node: HTMLElement, zone: string) {
    this.#colors = chartInks(node);
    this.#chart = emptyChart(node, this.#colors, zone);
    const quiet = { priceLineVisible: false, crosshairMarkerVisible: false, lineWidth: 1 } as const;
    const steps = { ...quiet, lineType: LineType.WithSteps };
    this.#guess = this.#chart.addSeries(LineSeries, {
      ...quiet,
      color: this.#colors.ink3,
      lineStyle: LineStyle.Dotted,
      lastValueVisible: false,
    });
    this.#stop = this.#chart.addSeries(LineSeries, {
      ...steps,
      color: this.#colors.loss,
      title: 'stop',
    });
    this.#target = this.#chart.addSeries(LineSeries, {
      ...steps,
      color: this.#colors.gain,
      lineStyle: LineStyle.Dashed,
      title: 'target',
    });
    this.#price = this.#chart.addSeries(LineSeries, {
      color: this.#colors.ink,
      lineWidth: 2,
      priceLineVisible: false,
      autoscaleInfoProvider: (original: () => AutoscaleInfo | null) => this.#scale(original()),
    });
    this.#marks = createSeriesMarkers(this.#price, []);
  }

  show({ points, entry, strike, levels, marks, closes }: Charted): void {
    const step = gridStep(points, this.#step, closes);
    const isWhole = this.#showsAll() || step !== this.#step;
    this.#step = step;
    const slots = onGrid(points, step, closes);
    this.#slots = slots;
    const known = slots.filter(({ point }) => point?.price != null);
    this.#guess.setData(known.map((slot) => ({ time: timeOf(slot), value: priceOf(slot) })));
    this.#price.applyOptions({ pointMarkersVisible: known.length < FEW, pointMarkersRadius: 2.5 });
    this.#price.setData(slots.map(drawnSlot));
    this.#showLevels(levels);
    this.#marks.setMarkers(marks.map((mark) => this.#marker(mark)));
    this.#showUnderlying(slots);
    if (JSON.stringify([entry, strike]) !== this.#drawn) this.#drawLines(entry, strike);
    if (isWhole) this.#showWhole();
  }

  /** With room at both ends, so that what is written beside the first fill can be read. */
  #showWhole(): void {
    const last = Math.max(1, this.#slots.length - 1);
    const range = { from: -ROOM * last, to: (1 + ROOM / 4) * last };
    this.#chart.timeScale().setVisibleLogicalRange(range);
  }

  /** Calls back now and whenever the reader zooms, moves or resizes. */
  watch(changed: (view: AxisView) => void): void {
    const scale = this.#chart.timeScale();
    const tell = () => {
      const range = scale.getVisibleLogicalRange();
      if (range) changed({ width: scale.width(), from: range.from, to: range.to });
    };
    scale.subscribeVisibleLogicalRangeChange(tell);
    scale.subscribeSizeChange(tell);
    tell();
  }

  /** The place on the axis of an instant, in slots. */
  placeOf(seconds: number): number {
    return slotOf(this.#slots, seconds);
  }

  instantAt(place: number): number {
    return instantAt(this.#slots, place);
  }

  /** What lies under the pointer; null where it points at nothing known. */
  onPoint(read: (point: ChartPoint | null) => void): void {
    this.#chart.subscribeCrosshairMove(({ logical }) => {
      read(logical === undefined ? null : (this.#slots[Math.round(logical)]?.point ?? null));
    });
  }

  remove(): void {
    this.#chart.remove();
  }

  /** Nothing is cut off: the reader has not zoomed. */
  #showsAll(): boolean {
    const range = this.#chart.timeScale().getVisibleLogicalRange();
    return !range || (range.from <= 1 && range.to >= this.#slots.length - 2);
  }

  /** The entry's line does not widen the scale by itself. */
  #scale(own: AutoscaleInfo | null): AutoscaleInfo | null {
    const range = own?.priceRange;
    const shown = [this.#entry, range?.minValue, range?.maxValue].filter(
      (level) => typeof level === 'number',
    );
    if (shown.length === 0) return null;
    return { priceRange: { minValue: Math.min(...shown), maxValue: Math.max(...shown) } };
  }

  #showLevels(levels: readonly LevelStep[]): void {
    const at = (slot: GridSlot) => levels.findLast((step) => step.at <= slot.at) ?? levels[0];
    const drawn = (slot: GridSlot, value: number | null | undefined) =>
      value == null ? { time: timeOf(slot) } : { time: timeOf(slot), value };
    this.#stop.setData(this.#slots.map((slot) => drawn(slot, at(slot)?.stop)));
    this.#target.setData(this.#slots.map((slot) => drawn(slot, at(slot)?.target)));
  }

  #marker({ at, price, kind, text }: ChartMark): SeriesMarker<Time> {
    const last = Math.max(0, this.#slots.length - 1);
    const place = Math.min(last, Math.max(0, Math.round(this.placeOf(at))));
    const time = (this.#slots[place]?.at ?? at) as UTCTimestamp;
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
    for (const { series, line } of this.#lines) series.removePriceLine(line);
    this.#lines = [];
    this.#entry = entry;
    this.#line(this.#price, entry, 'in', this.#colors.ink3, LineStyle.Dotted);
    this.#line(this.#underlying, strike, 'strike', this.#colors.violet, LineStyle.LargeDashed);
    this.#drawn = JSON.stringify([entry, strike]);
  }

  #line(
    series: ISeriesApi<'Line'> | null,
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
