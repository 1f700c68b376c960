import { expect, it } from 'vitest';
import { MinuteCount } from '../../../server/adapters/wire/minute-count.ts';

it('a count of the last minute forgets each request a minute after it left', () => {
  let now = 5_000;
  const sent = new MinuteCount({ now: () => now });
  expect(sent.usage()).toEqual({ used: 0, putOff: 0, endsInMs: null });
  sent.count();
  now += 40_000;
  sent.count();
  expect(sent.usage()).toEqual({ used: 2, putOff: 0, endsInMs: 20_000 });
  now += 20_000;
  expect(sent.usage()).toEqual({ used: 1, putOff: 0, endsInMs: 40_000 });
});
