import { describe, expect, it } from 'vitest';
import { HmacConfirmations } from '../../../server/adapters/vault/hmac-confirmations.ts';
import { HmacPreparedOrders } from '../../../server/adapters/vault/hmac-prepared-orders.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { PreparedRequests } from '../../../server/usecases/assistants/prepared-requests.ts';
import { requestText } from '../../../server/usecases/assistants/request-text.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';

const SECRET = 'the secret of all servers of a test';
const ORDER = { mode: 'PAPER', idempotencyKey: 'key-00001', quantity: '1', limitPrice: null };
const PAPER = { username: 'ada', mode: 'PAPER', request: { order: ORDER } } as const;
const REAL = { ...PAPER, mode: 'REAL' } as const;
const NOTHING = { confirmationToken: null, expiresAt: null };

function server(clock = new FakeClock(), secret = SECRET) {
  const requests = new PreparedRequests({ orders: new HmacPreparedOrders(secret), clock });
  const prepared = () => requests.prepare(PAPER, NOTHING).confirmationToken!;
  return { clock, requests, prepared };
}

function codeOf(what: () => unknown): string | null {
  try {
    what();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('a token of what an assistant has prepared', () => {
  it('counts for sixty seconds, at every server of the secret, for the same in another order of keys', () => {
    const { clock, requests, prepared } = server();
    const given = requests.prepare(PAPER, NOTHING);
    const until = new Date(clock.now().getTime() + 60_000);
    expect(given.expiresAt).toEqual(until);
    const turned = Object.fromEntries(Object.entries(ORDER).reverse());
    const again = { ...PAPER, request: { order: turned } };
    expect(server().requests.confirmed(again, prepared())).toEqual({ until, confirmation: null });
  });

  it.each([
    ['another user', { username: 'ben' }],
    ['another case of the user’s name', { username: 'Ada' }],
    ['the other book', { mode: 'REAL' }],
    ['a close of the same body', { request: { close: ORDER } }],
    ['new exits of the same body', { request: { bracket: ORDER } }],
    ['an added field', { request: { order: { ...ORDER, twin: true } } }],
    ['other digits', { request: { order: { ...ORDER, quantity: '1.0' } } }],
    ['a number for a text', { request: { order: { ...ORDER, quantity: 1 } } }],
    ['what is left out', { request: { order: { ...ORDER, limitPrice: undefined } } }],
    ['another key', { request: { order: { ...ORDER, idempotencyKey: 'key-00002' } } }],
    ['nothing', { request: {} }],
  ] as const)('counts for no %s', (_, other) => {
    const { requests, prepared } = server();
    const confirm = () => requests.confirmed({ ...PAPER, ...other }, prepared());
    expect(codeOf(confirm)).toBe('CONFIRMATION_REQUIRED');
  });

  it('is neither forged, of another secret, cut, nor a confirmation of the API’s', () => {
    const { clock, requests, prepared } = server();
    const token = prepared();
    const [text, signature] = token.split('.');
    const payload = JSON.parse(Buffer.from(text!, 'base64url').toString()) as object;
    const later = Buffer.from(JSON.stringify({ ...payload, until: 9e15 })).toString('base64url');
    const body = requestText(PAPER.request)!;
    const said = {
      username: 'ada',
      operation: 'PAPER',
      body,
      arming: null,
      quoted: null,
      expiresAt: clock.now(),
    };
    const wrong = [
      ...['', '.', text, `${text}.`, `${token}.`, ` ${token}`, `${later}.${signature}`],
      ...[null, undefined, 7, {}, [token], token.toUpperCase()],
      server(clock, `${SECRET}!`).prepared(),
      new HmacConfirmations(SECRET).sign(said),
    ];
    for (const each of wrong)
      expect(codeOf(() => requests.confirmed(PAPER, each))).toBe('CONFIRMATION_REQUIRED');
    requests.confirmed(PAPER, token);
  });

  it('carries in REAL the preview’s own confirmation and its end, and is none without', () => {
    const { requests } = server();
    const expiresAt = new Date('2026-03-10T16:00:40Z');
    const given = requests.prepare(REAL, { confirmationToken: 'inner', expiresAt });
    expect(given.expiresAt).toEqual(expiresAt);
    const told = requests.confirmed(REAL, given.confirmationToken);
    expect(told).toEqual({ until: expiresAt, confirmation: 'inner' });
    expect(requests.prepare(REAL, NOTHING)).toEqual(NOTHING);
    expect(codeOf(() => requests.confirmed(PAPER, given.confirmationToken))).toBe(
      'CONFIRMATION_REQUIRED',
    );
  });

  it('tells nobody what was prepared', () => {
    const [text] = server().prepared().split('.');
    expect(Buffer.from(text!, 'base64url').toString()).not.toMatch(/key-00001|ada|limitPrice/);
  });

  it('is not given for what is too deep to be an order', () => {
    const { requests, prepared } = server();
    const extra: unknown = JSON.parse('['.repeat(70) + ']'.repeat(70));
    const deep = { ...PAPER, request: { order: { ...ORDER, context: { extra } } } };
    expect(codeOf(() => requests.prepare(deep, NOTHING))).toBe('BAD_USER_INPUT');
    expect(codeOf(() => requests.confirmed(deep, prepared()))).toBe('CONFIRMATION_REQUIRED');
  });
});
