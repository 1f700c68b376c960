import {
  CandlestickSeries,
  LineSeries,
  LineStyle,
  type AutoscaleInfo,
  type IChartApi,
  type ISeriesApi,
} from 'lightweight-charts';
import type { ChartInks } from './chart-inks.ts';
import { drawnCandle, drawnSlot, priceOf, timeOf } from './drawn-slot.ts';
import type { GridSlot } from './chart-point.ts';

/** The instrument's own price, however it is drawn. */
export interface PriceSeries {
  readonly series: ISeriesApi<'Line' | 'Candlestick'>;
  draw(slots: readonly GridSlot[]): void;
}

type Scale = (original: () => AutoscaleInfo | null) => AutoscaleInfo | null;

/** With fewer points each is marked, so that a line between two is not taken for a course. */
const FEW = 16;

/** A line through the marks, dotted where none was taken. */
export function markSeries(chart: IChartApi, inks: ChartInks, scale: Scale): PriceSeries {
  const guess = chart.addSeries(LineSeries, {
    color: inks.ink3,
    lineStyle: LineStyle.Dotted,
    lineWidth: 1,
    lastValueVisible: false,
    priceLineVisible: false,
    crosshairMarkerVisible: false,
  });
  const series = chart.addSeries(LineSeries, {
    color: inks.ink,
    lineWidth: 2,
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

/** Hollow up, filled down. */
export function candleSeries(chart: IChartApi, inks: ChartInks, scale: Scale): PriceSeries {
  const series = chart.addSeries(CandlestickSeries, {
    upColor: inks.panel,
    downColor: inks.ink,
    borderColor: inks.ink,
    wickColor: inks.ink,
    priceLineVisible: false,
    autoscaleInfoProvider: scale,
  });
  return { series, draw: (slots) => series.setData(slots.map(drawnCandle)) };
}
