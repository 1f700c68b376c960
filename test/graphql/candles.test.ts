import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
let ada: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  ada = await desk.api.signUp('ada');
});
afterAll(() => desk.close());

const CANDLES = `query($s: String!, $from: DateTime!, $to: DateTime, $i: CandleInterval!) {
  candles(symbol: $s, interval: $i, from: $from, to: $to) { at open high low close volume } }`;
const FROM = '2026-03-10T10:00:00.000Z';
const ask = (variables: object) =>
  desk.api.ask(CANDLES, {
    token: ada,
    variables: { s: 'SPY', i: 'ONE_MINUTE', from: FROM, ...variables },
  });

it('candles come from the caller’s venue, oldest first', async () => {
  const { data } = await ask({ s: ' spy ', to: '2026-03-10T10:02:00.000Z' });
  expect(data).toMatchObject({
    candles: [{ at: FROM, volume: null }, { at: '2026-03-10T10:01:00.000Z' }],
  });
  const now = desk.clock.now().getTime();
  const untilNow = await ask({ from: new Date(now - 3 * 60_000).toISOString() });
  expect((untilNow.data as unknown as { candles: object[] }).candles).toHaveLength(3);
  expect((await ask({ s: 'ZZZ', to: '2026-03-10T11:00:00.000Z' })).data).toEqual({ candles: [] });
});

it('candles number 5,000 at most, and a request for more is refused', async () => {
  const to = (count: number) => new Date(Date.parse(FROM) + count * 60_000).toISOString();
  desk.clock.advance(7 * 86_400_000);
  const { data } = await ask({ to: to(5_000) });
  expect((data as unknown as { candles: object[] }).candles).toHaveLength(5_000);
  for (const end of [to(5_001), FROM, '2026-03-01T00:00:00.000Z']) {
    const refused = await ask({ to: end });
    expect([refused.code, refused.field]).toEqual(['BAD_USER_INPUT', 'to']);
  }
  const days = await ask({
    i: 'ONE_DAY',
    from: '2010-01-01T00:00:00Z',
    to: '2026-03-17T00:00:00Z',
  });
  expect(days.code).toBe('BAD_USER_INPUT');
});
