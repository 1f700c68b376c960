import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import {
  decideByBars,
  decideByClose,
  deciding,
} from '../../../server/domain/forecast/decide-forecast.ts';
import type { Forecast } from '../../../server/domain/forecast/forecast.ts';
import type { Candle } from '../../../server/domain/market/candle.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aForecast, minutes, quiet } from '../../support/values/forecasts.ts';

const past = (minute: number) => new Date(NOON.getTime() + minute * 60_000);
const outcome = (bars: readonly Candle[], parts: Partial<Forecast> = {}, alwaysOpen = true) => {
  const decided = decideByBars(aForecast(parts), bars, alwaysOpen);
  return decided && [decided.status, decided.price.toFixed(), decided.at, decided.bars];
};

describe('a forecast that a target comes before a stop', () => {
  it('is decided by the first minute that reaches either', () => {
    const up = [...quiet(1, 4), ...minutes(5, [105, 100]), ...minutes(6, [100, 90])];
    expect(outcome(up)).toEqual(['CAME_TRUE', '105', past(5), 5]);
    const down = [...quiet(1, 4), ...minutes(5, [104.99, 95]), ...minutes(6, [110, 100])];
    expect(outcome(down)).toEqual(['CAME_FALSE', '95', past(5), 5]);
  });

  it('is lost where one minute reaches both', () => {
    expect(outcome(minutes(1, [105, 95]))).toEqual(['CAME_FALSE', '95', past(1), 1]);
  });

  it('may see the price fall', () => {
    const falls = { level: dec(95), stop: dec(105) };
    expect(outcome(minutes(1, [100, 95]), falls)).toEqual(['CAME_TRUE', '95', past(1), 1]);
    expect(outcome(minutes(1, [105, 100]), falls)).toEqual(['CAME_FALSE', '105', past(1), 1]);
  });

  it('does not come true when the horizon passes, at the last price', () => {
    expect(outcome(quiet(1, 59))).toEqual(['CAME_FALSE', '101', past(60), 59]);
  });

  it('counts no minute that had begun when it was recorded, and none that ends after the horizon', () => {
    const late = [...quiet(1, 59), ...minutes(60, [105, 100])];
    expect(outcome([...minutes(0, [105, 100]), ...late])).toEqual([
      'CAME_FALSE',
      '101',
      past(60),
      59,
    ]);
    expect(deciding(aForecast())).toMatchObject({ from: past(1), to: past(60) });
  });

  it('is unknown where nobody saw the price for more than half an hour', () => {
    expect(outcome([])).toBeNull();
    expect(outcome(minutes(31, [105, 100]))).toEqual(['CAME_TRUE', '105', past(31), 1]);
    expect(outcome(minutes(32, [105, 100]))).toBeNull();
    expect(outcome([...quiet(1, 5), ...minutes(40, [105, 100])])).toBeNull();
    expect(outcome(quiet(1, 20))).toBeNull();
  });

  it('misses no price while the exchange is closed', () => {
    // From 15:30 in New York to 10:00 on the next day.
    const [from, to] = [210, 210 + 1110];
    const night = { recordedAt: past(from), horizon: past(to) };
    const bars = [...quiet(from, 30), ...quiet(from + 1080, 30)];
    expect(outcome(bars, night, false)).toEqual(['CAME_FALSE', '101', past(to), 60]);
    expect(outcome(bars, night, true)).toBeNull();
  });
});

describe('a forecast of the price at an instant', () => {
  const at = { claim: 'AT_INSTANT', side: 'AT_OR_ABOVE', level: dec(101), stop: null } as const;

  it('is decided by the last minute that ended by then, its level included', () => {
    const bars = [...minutes(58, [110, 100]), ...minutes(59, [101, 90]), ...minutes(60, [90, 80])];
    expect(outcome(bars, at)).toEqual(['CAME_TRUE', '101', past(60), 2]);
    expect(outcome(bars, { ...at, level: dec('101.01') })?.[0]).toBe('CAME_FALSE');
    expect(outcome(bars, { ...at, side: 'AT_OR_BELOW' })?.[0]).toBe('CAME_TRUE');
    expect(outcome(bars, { ...at, side: 'AT_OR_BELOW', level: dec('100.99') })?.[0]).toBe(
      'CAME_FALSE',
    );
  });

  it('is unknown where that minute is more than five minutes old', () => {
    expect(outcome(minutes(54, [110, 100]), at)?.[0]).toBe('CAME_TRUE');
    expect(outcome(minutes(53, [110, 100]), at)).toBeNull();
    expect(outcome([], at)).toBeNull();
  });

  it('is never decided by a minute from before it was recorded', () => {
    const soon = { ...at, recordedAt: past(57.5) };
    expect(outcome(minutes(57, [110, 100]), soon)).toBeNull();
    expect(outcome(minutes(58, [110, 100]), soon)?.[0]).toBe('CAME_TRUE');
  });
});

it('a forecast of a close is decided by it, its level included', () => {
  const close = { price: dec(560), sourceTime: NOON };
  const by = (side: Forecast['side'], level: string) =>
    decideByClose({ side, level: dec(level) }, close).status;
  expect(['560', '560.01'].map((level) => by('AT_OR_ABOVE', level))).toEqual([
    'CAME_TRUE',
    'CAME_FALSE',
  ]);
  expect(['560', '559.99'].map((level) => by('AT_OR_BELOW', level))).toEqual([
    'CAME_TRUE',
    'CAME_FALSE',
  ]);
});
