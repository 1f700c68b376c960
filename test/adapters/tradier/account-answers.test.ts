import { expect, it } from 'vitest';
import { AccountAnswers } from '../../../server/adapters/tradier/account-answers.ts';
import type { TradierClient } from '../../../server/adapters/tradier/tradier-client.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';

it('a request that could not even be sent is retried, and its failure does not go unhandled', async () => {
  let asked = 0;
  const get = () => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error('out of memory')) : Promise.resolve({});
  };
  const client = { get } as unknown as Pick<TradierClient, 'get'>;
  const answers = new AccountAnswers(() => client, new FakeClock());
  await expect(answers.of('token', 'VA1')).rejects.toThrow('out of memory');
  expect(await answers.of('token', 'VA1')).toMatchObject({ open: true });
  expect(await answers.of('token', 'VA1')).toMatchObject({ open: true });
  expect(asked).toBe(2);
});
