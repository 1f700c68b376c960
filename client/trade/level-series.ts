import {
  LineSeries,
  LineStyle,
  LineType,
  type IChartApi,
  type ISeriesApi,
  type PriceFormat,
} from 'lightweight-charts';
import type { ChartAxis } from './chart-axis.ts';
import type { ChartInks } from './chart-inks.ts';
import { timeOf } from './drawn-slot.ts';
import type { LevelStep } from './travel.ts';

/** Draws stop and target as steps over time. */
export class LevelSeries {
  readonly #stop: ISeriesApi<'Line'>;
  readonly #target: ISeriesApi<'Line'>;

  constructor(chart: IChartApi, inks: ChartInks, priceFormat: PriceFormat) {
    const still = { priceLineVisible: false, crosshairMarkerVisible: false } as const;
    const quiet = { ...still, lineWidth: 1, priceFormat } as const;
    const steps = { ...quiet, lineType: LineType.WithSteps };
    this.#stop = chart.addSeries(LineSeries, { ...steps, color: inks.loss });
    const target = { ...steps, color: inks.gain, lineStyle: LineStyle.Dashed, title: 'target' };
    this.#target = chart.addSeries(LineSeries, target);
  }

  show(
    axis: ChartAxis,
    levels: readonly LevelStep[],
    { trails, bare }: { trails: boolean; bare: boolean },
  ): void {
    const name = trails ? 'trail' : 'stop';
    this.#stop.applyOptions({
      title: bare ? `${name}, not at the venue` : name,
      lineStyle: bare ? LineStyle.SparseDotted : LineStyle.Solid,
    });
    this.#draw(this.#stop, axis, levels, ({ stop }) => stop);
    this.#draw(this.#target, axis, levels, ({ target }) => target);
  }

  #draw(
    series: ISeriesApi<'Line'>,
    axis: ChartAxis,
    levels: readonly LevelStep[],
    price: (step: LevelStep) => number | null,
  ): void {
    series.setData(
      axis.slots.map((slot) => {
        const step = levels.findLast(({ at }) => at < axis.endOf(slot));
        const value = step ? price(step) : null;
        return value === null ? { time: timeOf(slot) } : { time: timeOf(slot), value };
      }),
    );
  }
}
