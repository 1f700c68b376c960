import type { Forecast } from '../../domain/forecast/forecast.ts';
import type { ForecastType } from './forecast.types.ts';

export function forecastView(forecast: Forecast): ForecastType {
  const { username: _, permille, pricedAt, ...rest } = forecast;
  const age = (forecast.recordedAt.getTime() - pricedAt.getTime()) / 1000;
  return {
    ...rest,
    ...{ mode: 'PAPER', probability: permille / 1000, priceAgeSeconds: Math.max(0, age) },
  };
}
