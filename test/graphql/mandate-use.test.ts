import { afterAll, beforeAll, expect, it } from 'vitest';
import { LimitedUser } from '../support/desks/limited-user.ts';
import { setMandate, tokenOf, type Token } from '../support/desks/mandated-user.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
beforeAll(async () => {
  desk = await simulatedDesk();
});
afterAll(() => desk.close());

const PLACE = 'mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { id } }';
const place = ({ token }: Token, user: LimitedUser) =>
  desk.api.ask(PLACE, { token, variables: { input: user.shares('10') } });

it('how much of a mandate is used is told in each book, by its token alone', async () => {
  const user = await LimitedUser.signUp(desk);
  const [token, other] = [
    await tokenOf(user, { maxExposure: '1000' }),
    await tokenOf(user, { maxTradesPerDay: 3 }),
  ];
  const used = async (of: Token) => {
    const { apiTokens } = await user.ask<{ apiTokens: { id: string; mandateUse: object[] }[] }>(
      '{ apiTokens { id mandateUse { mode exposure placedToday } } }',
    );
    return apiTokens.find(({ id }) => id === of.id)!.mandateUse;
  };
  const nothing = { mode: 'PAPER', exposure: '0', placedToday: 0 };
  expect((await used(token))[0]).toEqual(nothing);
  expect((await place(token, user)).code).toBeNull();
  expect((await used(token))[0]).toEqual({ mode: 'PAPER', exposure: '10', placedToday: 1 });
  expect((await used(other))[0]).toEqual(nothing);
  await setMandate(user, token.id, null);
  expect(await used(token)).toEqual([]);
});
