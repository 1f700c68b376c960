import {
  createChart,
  LineSeries,
  LineStyle,
  LineType,
  type IChartApi,
  type UTCTimestamp,
} from 'lightweight-charts';
import { shortTime, dayAndTime } from '../lib/times.ts';

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

type Inks = ReturnType<typeof inks>;

/** Draws the instrument's marks over its underlying, on one time axis; returns how to take it down. */
export function drawPriceChart(
  node: HTMLElement,
  points: readonly ChartPoint[],
  levels: ChartLevels,
  zone: string,
): () => void {
  const colors = inks(node);
  const chart = createChart(node, {
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
  drawInstrument(chart, points, levels, colors);
  drawUnderlying(chart, points, levels.strike, colors);
  chart.timeScale().fitContent();
  return () => chart.remove();
}

function drawInstrument(
  chart: IChartApi,
  points: readonly ChartPoint[],
  levels: ChartLevels,
  colors: Inks,
): void {
  const { entry, stop, target } = levels;
  const shown = [entry, stop, target].filter((level) => level !== null);
  const series = chart.addSeries(LineSeries, {
    color: colors.ink,
    lineWidth: 2,
    lineType: LineType.Simple,
    // A price line does not widen the scale by itself: a far target would be off the picture.
    autoscaleInfoProvider: (
      original: () => { priceRange: { minValue: number; maxValue: number } | null } | null,
    ) => {
      const range = original()?.priceRange;
      const all = [...shown, ...(range ? [range.minValue, range.maxValue] : [])];
      return all.length
        ? { priceRange: { minValue: Math.min(...all), maxValue: Math.max(...all) } }
        : null;
    },
  });
  series.setData(
    points.map(({ at, price }) =>
      price === null ? { time: at as UTCTimestamp } : { time: at as UTCTimestamp, value: price },
    ),
  );
  const line = (price: number | null, title: string, color: string, lineStyle: LineStyle) => {
    if (price !== null) series.createPriceLine({ price, title, color, lineStyle, lineWidth: 1 });
  };
  line(entry, 'in', colors.ink3, LineStyle.Dotted);
  line(stop, 'stop', colors.loss, LineStyle.Solid);
  line(target, 'target', colors.gain, LineStyle.Dashed);
}

function drawUnderlying(
  chart: IChartApi,
  points: readonly ChartPoint[],
  strike: number | null,
  colors: Inks,
): void {
  if (points.every((point) => point.underlying === null)) return;
  const series = chart.addSeries(LineSeries, { color: colors.blue, lineWidth: 2 }, 1);
  series.setData(
    points.flatMap(({ at, underlying }) =>
      underlying === null ? [] : [{ time: at as UTCTimestamp, value: underlying }],
    ),
  );
  if (strike !== null) {
    series.createPriceLine({
      price: strike,
      title: 'strike',
      color: colors.violet,
      lineStyle: LineStyle.LargeDashed,
      lineWidth: 1,
    });
  }
  chart.panes()[1]?.setHeight(110);
}
