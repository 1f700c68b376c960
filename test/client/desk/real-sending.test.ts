import { describe, expect, it } from 'vitest';
import { RealSending, type RealWay } from '../../../client/desk/real-sending.svelte.ts';
import { sentBody } from '../../../client/desk/sent-body.ts';

const INPUT = { id: 'real_1', idempotencyKey: 'key-00000001' };
const NOW = Date.parse('2026-11-30T15:00:00Z');
const GIVEN = { confirmationToken: 'token', expiresAt: '2026-11-30T15:01:00Z', riskChecks: [] };
const REFUSED = {
  ...{ code: 'CONFIRMATION_REQUIRED', message: 'It has run out.', field: null },
  ...{ checks: [], current: null, retryAfterMs: null },
};

/** A desk that records the inputs sent to it. */
function desk(way: Partial<RealWay<typeof INPUT>> = {}) {
  const sent: object[] = [];
  const sending = new RealSending<typeof INPUT>({
    preview: async () => ({ preview: GIVEN, error: null }),
    send: async (input) => {
      sent.push(input);
      return null;
    },
    ...way,
  });
  return { sending, sent };
}

describe('an order on its way to real money', () => {
  it('is sent with the confirmation of the very input that is shown', async () => {
    const { sending, sent } = desk();
    await sending.open(INPUT);
    expect(sending.input).toBe(INPUT);
    expect(sending.secondsLeft(NOW)).toBe(60);
    await sending.send();
    expect(sent).toEqual([{ ...INPUT, confirmationToken: 'token' }]);
    expect(sending.input).toBeNull();
  });

  it('sends nothing without a confirmation', async () => {
    const unconfirmed = { ...GIVEN, confirmationToken: null };
    const { sending, sent } = desk({
      preview: async () => ({ preview: unconfirmed, error: null }),
    });
    await sending.open(INPUT);
    await sending.send();
    expect([sending.secondsLeft(NOW), sent]).toEqual([null, []]);
  });

  it('needs a new confirmation after a refusal', async () => {
    const { sending } = desk({ send: async () => REFUSED });
    await sending.open(INPUT);
    await sending.send();
    expect([sending.failed?.message, sending.preview]).toEqual(['It has run out.', null]);
    await sending.open(INPUT);
    expect([sending.failed, sending.secondsLeft(NOW)]).toEqual([null, 60]);
  });

  it('takes no confirmation that comes after it was closed', async () => {
    let answer = (_: { preview: never; error: null }) => {};
    const { sending, sent } = desk({ preview: () => new Promise((give) => (answer = give)) });
    const opening = sending.open(INPUT);
    sending.close();
    answer({ preview: GIVEN as never, error: null });
    await opening;
    await sending.send();
    expect([sending.input, sending.preview, sent]).toEqual([null, null, []]);
  });

  it('is over a minute after it was given', async () => {
    const { sending } = desk();
    await sending.open(INPUT);
    expect(sending.secondsLeft(NOW + 61_000)).toBe(0);
  });
});

it('shows every field that is sent, and none that is not', () => {
  const input = {
    ...{ mode: 'REAL', option: { symbol: 'SPY261218C00640000' }, quantity: '1' },
    ...{ limitPrice: undefined, stopLoss: null, context: { tags: ['a', 'b'], aiConfidence: 0.5 } },
  };
  expect(sentBody(input).map(({ name, value }) => `${name}: ${value}`)).toEqual([
    ...['Mode: REAL', 'Option, symbol: SPY261218C00640000', 'Quantity: 1', 'Stop loss: none'],
    ...['Context, tags: a, b', 'Context, ai confidence: 0.5'],
  ]);
});
