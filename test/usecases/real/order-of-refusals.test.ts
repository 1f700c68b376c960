import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HmacConfirmations } from '../../../server/adapters/vault/hmac-confirmations.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { AdjustInput, CloseInput, TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { confirmedBody } from '../../../server/usecases/steps/input-digest.ts';
import { askedBracket } from '../../../server/usecases/trading/adjust-bracket.ts';
import { codeOf, RealDesk, SECRET } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

/** The faults of an entry, in the order in which they are refused. */
const ENTRY = [
  'IDEMPOTENCY_MISMATCH',
  'BAD_USER_INPUT',
  'off: REAL_MODE_DISABLED',
  'not armed: REAL_MODE_DISABLED',
  'CONFIRMATION_REQUIRED',
  'MARKET_CLOSED',
  'PRICE_UNTRUSTED',
  'RISK_DENIED',
] as const;
const CHANGE = [
  'IDEMPOTENCY_MISMATCH',
  'BAD_USER_INPUT',
  'off: REAL_MODE_DISABLED',
  'CONFIRMATION_REQUIRED',
  'CONFLICT',
  'MARKET_CLOSED',
] as const;
type Wrong = (typeof ENTRY)[number] | (typeof CHANGE)[number];

/** Each fault alone, and each pair of faults. */
function pairs<T>(faults: readonly T[]): (readonly [T, T])[] {
  return faults.flatMap((first, at) => faults.slice(at).map((second) => [first, second] as const));
}

const answerTo = (wrong: Wrong) => wrong.split(': ').at(-1);

let r: RealDesk;
beforeEach(async () => {
  r = await RealDesk.start();
});
afterEach(() => r.stop());

function signed(operation: string, input: object, arming: string | null): string {
  const expiresAt = new Date(r.t.clock.now().getTime() + 60_000);
  const said = { username: 'ada', operation, body: confirmedBody(input) };
  return new HmacConfirmations(SECRET).sign({ ...said, arming, quoted: null, expiresAt });
}

/** Makes the faults that are in the market or the desk, not in the input. */
async function spoil(wrong: readonly Wrong[]) {
  if (wrong.includes('MARKET_CLOSED')) r.t.venue.setMarketState('closed');
  if (wrong.includes('PRICE_UNTRUSTED')) r.t.quote(1.5, 1.4);
  if (wrong.includes('RISK_DENIED')) await r.servers[0].account.setKillSwitch(ADA, 'HALT_ENTRIES');
  if (wrong.includes('not armed: REAL_MODE_DISABLED')) await r.disarm();
  // A new server has not yet asked whether the market is open.
  return r.server({ mayTrade: !wrong.includes('off: REAL_MODE_DISABLED') });
}

describe('an entry', () => {
  it.each(pairs(ENTRY))('with the faults %s and %s is refused for the first', async (...wrong) => {
    await r.arm();
    const used = await r.confirmed();
    if (wrong.includes('IDEMPOTENCY_MISMATCH')) await r.place(used);
    const ticket: TicketInput = {
      ...r.t.ticket({ orderType: 'MARKET', limitPrice: null, bracket: null }),
      ...(wrong.includes('BAD_USER_INPUT') ? { quantity: dec(0) } : {}),
      ...(wrong.includes('IDEMPOTENCY_MISMATCH') ? { idempotencyKey: used.idempotencyKey } : {}),
    };
    const arming = (await r.t.fresh.book.read('ada').arming())!.id;
    const confirmationToken = wrong.includes('CONFIRMATION_REQUIRED')
      ? null
      : signed('placeTrade', ticket, arming);
    const before = await r.trades();
    const { trading } = await spoil(wrong);
    const open = { ...ticket, confirmationToken };
    expect(await codeOf(trading.executeOrder(ADA, { open }))).toBe(answerTo(wrong[0]));
    expect(await r.trades()).toBe(before);
  });

  it('with nothing wrong is placed', async () => {
    await r.arm();
    const ticket = r.t.ticket({ orderType: 'MARKET', limitPrice: null, bracket: null });
    const arming = (await r.t.fresh.book.read('ada').arming())!.id;
    const open = { ...ticket, confirmationToken: signed('placeTrade', ticket, arming) };
    expect(await codeOf((await spoil([])).trading.executeOrder(ADA, { open }))).toBeNull();
  });

  it('whose key is used answers the same trade, whatever is wrong', async () => {
    await r.arm();
    const ticket = await r.confirmed();
    const { id } = await r.place(ticket);
    const { trading } = await spoil(ENTRY);
    const open = { ...ticket, confirmationToken: null };
    expect((await trading.executeOrder(ADA, { open })).id).toBe(id);
    expect(await r.trades()).toBe(1);
  });
});

describe('a close', () => {
  const request = async (wrong: readonly Wrong[]) => {
    const id = await r.held();
    const keyed = await r.keyed(id);
    const close: CloseInput = {
      ...keyed,
      orderType: 'MARKET',
      ...(wrong.includes('BAD_USER_INPUT') ? { quantity: dec('0.5') } : {}),
      ...(wrong.includes('CONFLICT') ? { expectedVersion: keyed.expectedVersion - 1 } : {}),
      ...(wrong.includes('IDEMPOTENCY_MISMATCH') ? { idempotencyKey: 'test-key-1' } : {}),
    };
    const confirmationToken = wrong.includes('CONFIRMATION_REQUIRED')
      ? null
      : signed('closeTrade', close, null);
    const { trading } = await spoil(wrong);
    return trading.executeOrder(ADA, { close: { ...close, confirmationToken } });
  };

  it.each(pairs(CHANGE))('with the faults %s and %s is refused for the first', async (...wrong) => {
    expect(await codeOf(request(wrong))).toBe(answerTo(wrong[0]));
  });

  it('with nothing wrong is taken, though nothing is armed', async () => {
    expect((await request([])).status).toBe('CLOSING');
  });
});

const MOVE = CHANGE.filter((wrong) => wrong !== 'MARKET_CLOSED');

describe('a move of exits', () => {
  const request = async (wrong: readonly Wrong[]) => {
    const id = await r.held();
    const keyed = await r.keyed(id);
    const bracket: AdjustInput = {
      ...keyed,
      stopLoss: dec(wrong.includes('BAD_USER_INPUT') ? '-1' : '1.20'),
      ...(wrong.includes('CONFLICT') ? { expectedVersion: keyed.expectedVersion - 1 } : {}),
      ...(wrong.includes('IDEMPOTENCY_MISMATCH') ? { idempotencyKey: 'test-key-1' } : {}),
    };
    const confirmationToken = wrong.includes('CONFIRMATION_REQUIRED')
      ? null
      : signed('adjustBracket', askedBracket(ADA, bracket).input, null);
    const { trading } = await spoil(wrong);
    return trading.updatePosition(ADA, { bracket: { ...bracket, confirmationToken } });
  };

  it.each(pairs(MOVE))('with the faults %s and %s is refused for the first', async (...wrong) => {
    expect(await codeOf(request(wrong))).toBe(answerTo(wrong[0]));
  });

  it('with nothing wrong is taken, though nothing is armed', async () => {
    expect((await request([])).bracket.stopLoss?.toFixed()).toBe('1.2');
  });
});

const CANCEL = MOVE.filter((wrong) => !/BAD_USER_INPUT|CONFIRMATION/.test(wrong));

describe('a cancel', () => {
  const request = async (wrong: readonly Wrong[]) => {
    await r.arm();
    const used = await r.confirmed();
    const keyed = await r.keyed((await r.place(used)).id);
    await r.disarm();
    const { trading } = await spoil(wrong);
    const cancel = {
      ...keyed,
      ...(wrong.includes('CONFLICT') ? { expectedVersion: keyed.expectedVersion - 1 } : {}),
      ...(wrong.includes('IDEMPOTENCY_MISMATCH') ? { idempotencyKey: used.idempotencyKey } : {}),
    };
    return trading.executeOrder(ADA, { cancel });
  };

  it.each(pairs(CANCEL))('with the faults %s and %s is refused for the first', async (...wrong) => {
    expect(await codeOf(request(wrong))).toBe(answerTo(wrong[0]));
  });

  it('with nothing wrong needs neither arming nor confirmation', async () => {
    expect(await codeOf(request([]))).toBeNull();
  });
});
