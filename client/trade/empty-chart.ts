import { createChart, TickMarkType, type IChartApi, type UTCTimestamp } from 'lightweight-charts';
import { dayAndTime, dayName, dayOf, EXCHANGE_ZONE, shortTime } from '../lib/times.ts';
import type { ChartInks } from './chart-inks.ts';

/** Axes and grid in the desk's style. Times are in `zone`; a `daily` chart has exchange days. */
export function emptyChart(
  node: HTMLElement,
  colors: ChartInks,
  zone: string,
  daily: boolean,
): IChartApi {
  const dated = (time: UTCTimestamp) =>
    daily ? dayName(dayOf(time * 1000, EXCHANGE_ZONE), false) : dayAndTime(time * 1000, zone);
  return createChart(node, {
    autoSize: true,
    layout: {
      background: { color: colors.panel },
      textColor: colors.ink3,
      fontFamily: getComputedStyle(node).fontFamily,
      fontSize: 11,
      // The logo's link would reveal the trade's address to its site; the panel credits the maker in words.
      attributionLogo: false,
      panes: { separatorColor: colors.rule2 },
    },
    grid: { vertLines: { color: colors.grid }, horzLines: { color: colors.grid } },
    rightPriceScale: { borderColor: colors.rule2, minimumWidth: 62 },
    timeScale: {
      borderColor: colors.rule2,
      timeVisible: true,
      minBarSpacing: 0.1,
      tickMarkFormatter: (time: UTCTimestamp, type: TickMarkType) =>
        daily || type < TickMarkType.Time ? dated(time) : shortTime(time * 1000, zone),
    },
    localization: { timeFormatter: dated },
  });
}
