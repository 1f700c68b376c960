import {
  createChart,
  LineSeries,
  LineStyle,
  type AutoscaleInfo,
  type IChartApi,
  type IPriceLine,
  type ISeriesApi,
  type UTCTimestamp,
} from 'lightweight-charts';
import { dayAndTime, shortTime } from '../lib/times.ts';

export interface ChartPoint {
  /** Seconds since 1970. */
  at: number;
  price: number | null;
  underlying: number | null;
}

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
      panes: { separatorColor: colors.rule2 },
    },
    grid: { vertLines: { color: colors.grid }, horzLines: { color: colors.grid } },
    rightPriceScale: { borderColor: colors.rule2 },
    timeScale: {
      borderColor: colors.rule2,
      timeVisible: true,
      tickMarkFormatter: (time: UTCTimestamp) => shortTime(time * 1000, zone),
    },
    localization: { timeFormatter: (time: UTCTimestamp) => dayAndTime(time * 1000, zone) },
  });
}

/** The instrument's marks over its underlying, on one time axis. New points keep the reader's zoom. */
export class PriceChart {
  readonly #colors;
  readonly #chart: IChartApi;
  readonly #price: ISeriesApi<'Line'>;
  #underlying: ISeriesApi<'Line'> | null = null;
  #lines: { series: ISeriesApi<'Line'>; line: IPriceLine }[] = [];
  #levels: ChartLevels = { entry: null, stop: null, target: null, strike: null };
  #drawn = '';
  #fitted = false;

  constructor(node: HTMLElement, zone: string) {
    this.#colors = inks(node);
    this.#chart = emptyChart(node, this.#colors, zone);
    this.#price = this.#chart.addSeries(LineSeries, {
      color: this.#colors.ink,
      lineWidth: 2,
      autoscaleInfoProvider: (original: () => AutoscaleInfo | null) => this.#scale(original()),
    });
  }

  show(points: readonly ChartPoint[], levels: ChartLevels): void {
    this.#levels = levels;
    this.#price.setData(
      points.map(({ at, price }) => {
        const time = at as UTCTimestamp;
        return price === null ? { time } : { time, value: price };
      }),
    );
    this.#showUnderlying(points);
    if (JSON.stringify(levels) !== this.#drawn) this.#drawLevels();
    if (!this.#fitted) this.#chart.timeScale().fitContent();
    this.#fitted = true;
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

  #showUnderlying(points: readonly ChartPoint[]): void {
    const known = points.flatMap(({ at, underlying }) =>
      underlying === null ? [] : [{ time: at as UTCTimestamp, value: underlying }],
    );
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
