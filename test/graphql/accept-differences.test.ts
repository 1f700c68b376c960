import { afterEach, beforeEach, expect, it } from 'vitest';
import { A_DEPOSIT } from '../support/values/builders.ts';
import { LimitedUser } from '../support/desks/limited-user.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

const CHECKS = `mode lastRunAt checks { invariant venue account state ours theirs difference tolerance within
  evidence since checkedAt acceptable advice accepted { difference at actor note } }`;
const ACCEPT = `mutation($input: AcceptDifferencesInput!) { acceptDifferences(input: $input) { ${CHECKS} } }`;

let desk: SimulatedDesk;
let user: LimitedUser;
beforeEach(async () => {
  desk = await simulatedDesk();
  user = await LimitedUser.signUp(desk);
  await desk.book.change(user.name, (book) => book.keepInvariants([A_DEPOSIT]));
});
afterEach(() => desk.close());

const input = (difference: string, parts: object = {}) => ({
  ...{ mode: 'PAPER', idempotencyKey: 'accept-deposit-1', venue: 'TRADIER_SANDBOX' },
  ...{ differences: [{ invariant: 'CASH', difference }], note: 'Paid in by wire.' },
  ...parts,
});
const reconciliation = () =>
  user.ask<{ reconciliation: object }>(`{ reconciliation(mode: PAPER) { ${CHECKS} } }`);

it('the API shows what may be accepted, accepts it by a person, and shows whose acceptance it was', async () => {
  expect(await reconciliation()).toMatchObject({
    reconciliation: {
      checks: [
        {
          ...{ state: 'DIFFERS', difference: '999.3', acceptable: true, accepted: null },
          advice: expect.stringMatching(/^Accept it/) as string,
        },
      ],
    },
  });
  const answer = await user.ask<{ acceptDifferences: object }>(ACCEPT, { input: input('999.30') });
  const now = desk.clock.now().toISOString();
  expect(answer.acceptDifferences).toMatchObject({
    checks: [
      {
        ...{ state: 'HOLDS', difference: '0', since: now, acceptable: false, advice: null },
        accepted: {
          ...{ difference: '999.3', at: now, actor: `user:${user.name}` },
          note: 'Paid in by wire.',
        },
      },
    ],
  });
  expect(await reconciliation()).toEqual({ reconciliation: answer.acceptDifferences });
  const { auditLog } = await user.ask<{ auditLog: { nodes: object[] } }>(
    '{ auditLog(mode: PAPER, first: 1) { nodes { action actor detail } } }',
  );
  expect(auditLog.nodes[0]).toMatchObject({
    action: 'DIFFERENCES_ACCEPTED',
    actor: `user:${user.name}`,
    detail: {
      message: expect.stringMatching(/Cash by \+999\.3 dollars\. “Paid in by wire\.”$/) as string,
    },
  });
});

it('the API accepts a difference in the named account, and shows each check’s account', async () => {
  await desk.book.change(user.name, (book) =>
    book.keepInvariants([{ ...A_DEPOSIT, account: 'VA2' }]),
  );
  const ask = async (parts: object) => {
    const { acceptDifferences } = await user.ask<{
      acceptDifferences: { checks: { account: string; state: string }[] };
    }>(ACCEPT, { input: input('999.30', parts) });
    return acceptDifferences.checks.map(({ account, state }) => `${account} ${state}`).sort();
  };
  const named = { account: 'VA2', idempotencyKey: 'accept-deposit-2' };
  expect(await ask(named)).toEqual(['VA1 DIFFERS', 'VA2 HOLDS']);
  expect(await ask({ account: null })).toEqual(['VA1 HOLDS', 'VA2 HOLDS']);
});

it('a CONFLICT carries all current checks, as the query shows them', async () => {
  const { reconciliation: stands } = await reconciliation();
  const refused = await desk.api.ask(ACCEPT, {
    token: user.token,
    variables: { input: input('1000') },
  });
  expect(refused.code).toBe('CONFLICT');
  expect(refused.errors[0]?.extensions?.['current']).toEqual(stands);
});

it('a refusal names the wrong field, and REAL is refused when the server has none', async () => {
  const ask = (parts: object) =>
    desk.api.ask(ACCEPT, { token: user.token, variables: { input: input('999.30', parts) } });
  const { code, field } = await ask({ note: '  ' });
  expect([code, field]).toEqual(['BAD_USER_INPUT', 'input.note']);
  expect((await ask({ mode: 'REAL' })).code).toBe('REAL_MODE_DISABLED');
});
