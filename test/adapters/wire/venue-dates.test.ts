import { beforeEach, describe, expect, it } from 'vitest';
import { VenueDates } from '../../../server/adapters/wire/venue-dates.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';

describe('the venue’s clock, by the dates of its answers', () => {
  let clock: FakeClock;
  let dates: VenueDates;
  beforeEach(() => {
    clock = new FakeClock();
    dates = new VenueDates(clock);
  });
  const hear = (...seconds: number[]) =>
    seconds.forEach((ahead) =>
      dates.heard(new Date(clock.now().getTime() - ahead * 1000).toUTCString()),
    );

  /** The offset in seconds; a header drops its fraction of a second, which counts as half a second. */
  const off = () => (dates.offMs() ?? NaN) / 1000 + 0.5;

  it('is unknown before three answers, and long after the last', () => {
    hear(40, 40);
    expect(dates.offMs()).toBeNull();
    hear(40);
    expect(off()).toBe(40);
    clock.advance(11 * 60_000);
    expect(dates.offMs()).toBeNull();
  });

  it('is not moved by one answer that is far off, and follows when most are', () => {
    hear(0, 0, 4000, 0, 0);
    expect(off()).toBe(0);
    hear(...Array.from({ length: 10 }, () => -35));
    expect(off()).toBe(-35);
  });

  it('ignores an answer without a date', () => {
    for (const header of [null, '', 'yesterday']) dates.heard(header);
    expect(dates.offMs()).toBeNull();
  });
});
