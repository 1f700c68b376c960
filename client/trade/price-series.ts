import {
  CandlestickSeries,
  LineSeries,
  LineStyle,
  type AutoscaleInfo,
  type IChartApi,
  type ISeriesApi,
  type PriceFormat,
} from 'lightweight-charts';
import type { ChartInks } from './chart-inks.ts';
import { drawnCandle, drawnSlot, priceOf, timeOf } from './drawn-slot.ts';
import type { GridSlot } from './chart-point.ts';

/** The series of the instrument's own price. */
export interface PriceSeries {
  readonly series: ISeriesApi<'Line' | 'Candlestick'>;
  draw(slots: readonly GridSlot[]): void;
}

type Scale = (original: () => AutoscaleInfo | null) => AutoscaleInfo | null;

/** A line of fewer points marks each, so that its straight parts do not look like price moves. */
const FEW = 16;

/** A line through the marks, dotted where they are missing. */
export function markSeries(
  chart: IChartApi,
  inks: ChartInks,
  priceFormat: PriceFormat,
  scale: Scale,
): PriceSeries {
  const guess = chart.addSeries(LineSeries, {
    color: inks.ink3,
    lineStyle: LineStyle.Dotted,
    lineWidth: 1,
    lastValueVisible: false,
    priceFormat,
    priceLineVisible: false,
    crosshairMarkerVisible: false,
  });
  const series = chart.addSeries(LineSeries, {
    color: inks.ink,
    lineWidth: 2,
    priceFormat,
    priceLineVisible: false,
    autoscaleInfoProvider: scale,
  });
  return {
    series,
    draw: (slots) => {
      const known = slots.filter(({ point }) => point?.price != null);
      guess.setData(known.map((slot) => ({ time: timeOf(slot), value: priceOf(slot) })));
      series.applyOptions({ pointMarkersVisible: known.length < FEW, pointMarkersRadius: 2.5 });
      series.setData(slots.map(drawnSlot));
    },
  };
}

/** Rising candles are hollow, falling ones filled. */
export function candleSeries(
  chart: IChartApi,
  inks: ChartInks,
  priceFormat: PriceFormat,
  scale: Scale,
): PriceSeries {
  const series = chart.addSeries(CandlestickSeries, {
    upColor: inks.panel,
    downColor: inks.ink,
    borderColor: inks.ink,
    wickColor: inks.ink,
    priceFormat,
    priceLineVisible: false,
    autoscaleInfoProvider: scale,
  });
  return { series, draw: (slots) => series.setData(slots.map(drawnCandle)) };
}
