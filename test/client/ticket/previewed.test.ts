import type { Client } from '@urql/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PlaceTradeInput } from '../../../client/gql/graphql.ts';
import { Previewed } from '../../../client/ticket/previewed.svelte.ts';

const ORDER = { quantity: '1' } as PlaceTradeInput;
const answer = (passed: boolean, cost = '100') => ({
  data: { previewTrade: { cost, riskChecks: [{ rule: 'QUOTE_AGE', passed, message: 'old' }] } },
});
const failure = { error: { message: 'no server', graphQLErrors: [] } };

let asked: number;
let next: object;
const client = {
  query: () => ({
    toPromise: () => {
      asked += 1;
      return Promise.resolve(next);
    },
  }),
} as unknown as Client;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  next = answer(true);
});
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

it.each([
  ['fails', failure],
  ['is refused', answer(false)],
])('asks again within five seconds when a preview %s', async (_, first) => {
  next = first;
  const previewed = new Previewed();
  const leave = previewed.ask(client, ORDER);
  await pass(0.3);
  expect(asked).toBe(1);
  expect(previewed.answer?.riskChecks[0]?.passed ?? false).toBe(false);
  next = answer(true);
  await pass(5);
  expect(previewed).toMatchObject({ error: null, answer: answer(true).data.previewTrade });
  leave();
});

it('follows the cost of an order that nobody touches, without a sign of waiting', async () => {
  const previewed = new Previewed();
  const leave = previewed.ask(client, ORDER);
  await pass(0.3);
  next = answer(true, '101');
  await pass(14.9);
  expect(previewed).toMatchObject({ asking: false, answer: { cost: '100' } });
  await pass(0.1);
  expect(previewed).toMatchObject({ asking: false, answer: { cost: '101' } });
  leave();
});

it('asks no more once it is left, nor for an order that was replaced', async () => {
  const previewed = new Previewed();
  previewed.ask(client, ORDER)();
  await pass(60);
  expect(asked).toBe(0);
  const leave = previewed.ask(client, ORDER);
  await pass(0.3);
  leave();
  previewed.ask(client, null);
  await pass(60);
  expect(asked).toBe(1);
});

it('waits while the page is hidden', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  const previewed = new Previewed();
  const leave = previewed.ask(client, ORDER);
  await pass(0.3);
  hidden.mockReturnValue(true);
  await pass(60);
  expect(asked).toBe(1);
  hidden.mockReturnValue(false);
  await pass(15);
  expect(asked).toBe(2);
  leave();
  hidden.mockRestore();
});

it('is asked for within a second while the order changes all the time, and shows the newest answer', async () => {
  const previewed = new Previewed();
  let leave = (): void => undefined;
  const change = async (cost: string) => {
    leave();
    next = answer(true, cost);
    leave = previewed.ask(client, { ...ORDER, quantity: cost });
    await pass(0.25);
  };
  for (const cost of ['1', '2', '3', '4', '5', '6']) await change(cost);
  expect(asked).toBeGreaterThan(0);
  expect(previewed.answer?.cost).toBe('4');
  expect(previewed.asking).toBe(true);
  await pass(0.05);
  expect(previewed).toMatchObject({ asking: false, answer: { cost: '6' } });
  leave();
});

it('drops an answer that comes after that to a newer order', async () => {
  const answers: ((result: object) => void)[] = [];
  const slow = {
    query: () => ({ toPromise: () => new Promise((resolve) => answers.push(resolve)) }),
  } as unknown as Client;
  const previewed = new Previewed();
  previewed.ask(slow, ORDER);
  await pass(0.3);
  previewed.ask(slow, { ...ORDER, quantity: '2' });
  await pass(0.3);
  answers[1]?.(answer(true, '2'));
  await pass(0);
  answers[0]?.(answer(true, '1'));
  await pass(0);
  expect(previewed).toMatchObject({ asking: false, answer: { cost: '2' } });
});
