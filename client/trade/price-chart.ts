import {
  createChart,
  LineSeries,
  LineStyle,
  TickMarkType,
  type AutoscaleInfo,
  type IChartApi,
  type IPriceLine,
  type ISeriesApi,
  type UTCTimestamp,
} from 'lightweight-charts';
import { dayAndTime, shortTime } from '../lib/times.ts';
import { gridStep, onGrid, type ChartPoint, type GridSlot } from './time-grid.ts';

export interface ChartLevels {
  entry: number | null;
  stop: number | null;
  target: number | null;
  strike: number | null;
}

const UNDERLYING_HEIGHT = 110;

/** The canvas cannot read a stylesheet's variables: a probe resolves them for the present theme. */
function inks(node: HTMLElement) {
  const probe = document.createElement('span');
  node.append(probe);
  const resolve = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colors = {
    ink: resolve('ink'),
    ink3: resolve('ink3'),
    panel: resolve('panel'),
    grid: resolve('grid'),
    rule2: resolve('rule2'),
    gain: resolve('gain'),
    loss: resolve('loss'),
    blue: resolve('c1'),
    violet: resolve('c4'),
  };
  probe.remove();
  return colors;
}

function emptyChart(node: HTMLElement, colors: ReturnType<typeof inks>, zone: string): IChartApi {
  return createChart(node, {
    autoSize: true,
    layout: {
      background: { color: colors.panel },
      textColor: colors.ink3,
      fontFamily: getComputedStyle(node).fontFamily,
      fontSize: 11,
      // Its link would tell the trade's address; the panel names its maker in words.
      attributionLogo: false,
      panes: { separatorColor: colors.rule2 },
    },
    grid: { vertLines: { color: colors.grid }, horzLines: { color: colors.grid } },
    rightPriceScale: { borderColor: colors.rule2 },
    timeScale: {
      borderColor: colors.rule2,
      timeVisible: true,
      minBarSpacing: 0.1,
      tickMarkFormatter: (time: UTCTimestamp, type: TickMarkType) =>
        type < TickMarkType.Time ? dayAndTime(time * 1000, zone) : shortTime(time * 1000, zone),
    },
    localization: { timeFormatter: (time: UTCTimestamp) => dayAndTime(time * 1000, zone) },
  });
}

const NOT_DRAWN = 'transparent';
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
  #underlying: ISeriesApi<'Line'> | null = null;
  #lines: { series: ISeriesApi<'Line'>; line: IPriceLine }[] = [];
  #levels: ChartLevels = { entry: null, stop: null, target: null, strike: null };
  #drawn = '';
  #step: number | null = null;
  #slots = 0;

  constructor(node: HTMLElement, zone: string) {
    this.#colors = inks(node);
    this.#chart = emptyChart(node, this.#colors, zone);
    this.#guess = this.#chart.addSeries(LineSeries, {
      color: this.#colors.ink3,
      lineWidth: 1,
      lineStyle: LineStyle.Dotted,
      lastValueVisible: false,
      priceLineVisible: false,
      crosshairMarkerVisible: false,
    });
    this.#price = this.#chart.addSeries(LineSeries, {
      color: this.#colors.ink,
      lineWidth: 2,
      autoscaleInfoProvider: (original: () => AutoscaleInfo | null) => this.#scale(original()),
    });
  }

  show(points: readonly ChartPoint[], levels: ChartLevels): void {
    this.#levels = levels;
    const step = gridStep(points, this.#step);
    const isWhole = this.#showsAll() || step !== this.#step;
    this.#step = step;
    const slots = onGrid(points, step);
    this.#slots = slots.length;
    const known = slots.filter(({ point }) => point?.price != null);
    this.#guess.setData(known.map((slot) => ({ time: timeOf(slot), value: priceOf(slot) })));
    this.#price.applyOptions({ pointMarkersVisible: known.length < FEW, pointMarkersRadius: 2.5 });
    this.#price.setData(slots.map((slot) => this.#drawnSlot(slot)));
    this.#showUnderlying(slots);
    if (JSON.stringify(levels) !== this.#drawn) this.#drawLevels();
    if (isWhole) this.#chart.timeScale().fitContent();
  }

  /** Nothing is cut off: the reader has not zoomed. */
  #showsAll(): boolean {
    const range = this.#chart.timeScale().getVisibleLogicalRange();
    return !range || (range.from <= 1 && range.to >= this.#slots - 2);
  }

  #drawnSlot(slot: GridSlot) {
    const time = timeOf(slot);
    if (slot.point?.price == null) return { time };
    const value = slot.point.price;
    return slot.beforeGap ? { time, value, color: NOT_DRAWN } : { time, value };
  }

  remove(): void {
    this.#chart.remove();
  }

  /** A price line does not widen the scale by itself: a far target would be off the picture. */
  #scale(own: AutoscaleInfo | null): AutoscaleInfo | null {
    const { entry, stop, target } = this.#levels;
    const range = own?.priceRange;
    const shown = [entry, stop, target, range?.minValue, range?.maxValue].filter(
      (level) => typeof level === 'number',
    );
    if (shown.length === 0) return null;
    return { priceRange: { minValue: Math.min(...shown), maxValue: Math.max(...shown) } };
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
      const look = { color: this.#colors.blue, lineWidth: 2 } as const;
      this.#underlying = this.#chart.addSeries(LineSeries, look, 1);
      this.#chart.panes()[1]?.setHeight(UNDERLYING_HEIGHT);
    }
    this.#underlying.setData(known);
  }

  #drawLevels(): void {
    for (const { series, line } of this.#lines) series.removePriceLine(line);
    this.#lines = [];
    const { entry, stop, target, strike } = this.#levels;
    this.#line(this.#price, entry, 'in', this.#colors.ink3, LineStyle.Dotted);
    this.#line(this.#price, stop, 'stop', this.#colors.loss, LineStyle.Solid);
    this.#line(this.#price, target, 'target', this.#colors.gain, LineStyle.Dashed);
    this.#line(this.#underlying, strike, 'strike', this.#colors.violet, LineStyle.LargeDashed);
    this.#drawn = JSON.stringify(this.#levels);
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

function timeOf({ at }: GridSlot): UTCTimestamp {
  return at as UTCTimestamp;
}

function priceOf({ point }: GridSlot): number {
  return point?.price ?? 0;
}
