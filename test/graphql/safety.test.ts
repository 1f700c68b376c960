import { afterEach, beforeEach, expect, it } from 'vitest';
import { LimitedUser } from '../support/desks/limited-user.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
let user: LimitedUser;
beforeEach(async () => {
  desk = await simulatedDesk();
  user = await LimitedUser.signUp(desk);
});
afterEach(() => desk.close());

it.each([
  ['HALT_ALL', 'HALT_ENTRIES', 'HALT_ALL'],
  ['OFF', 'HALT_ENTRIES', 'HALT_ENTRIES'],
  ['HALT_ENTRIES', 'HALT_ALL', 'HALT_ALL'],
] as const)(
  'a switch at %s under a file %s counts as %s, and both are shown separately',
  async (own, file, both) => {
    await user.ask(`mutation { setKillSwitch(mode: PAPER, level: ${own}) { killSwitch } }`);
    desk.halt(file);
    const status = await user.ask(
      '{ systemStatus(mode: PAPER) { killSwitch ownKillSwitch deskHalt } }',
    );
    expect(status).toEqual({
      systemStatus: { killSwitch: both, ownKillSwitch: own, deskHalt: file },
    });
  },
);

const PROOF =
  '{ auditProof(mode: PAPER) { mode events lastHash head checkedAt fault { sequence problem } } }';

interface Proof {
  readonly events: number;
  readonly checkedAt: string;
}

async function proof(): Promise<Proof> {
  return (await user.ask<{ auditProof: Proof }>(PROOF)).auditProof;
}

it('the log is verified, and a changed line is named', async () => {
  await user.placed(user.shares('10'));
  const { auditLog } = await user.ask<{
    auditLog: { totalCount: number; nodes: { hash: string }[] };
  }>('{ auditLog(mode: PAPER, first: 1) { totalCount nodes { hash } } }');
  expect(await proof()).toEqual({
    mode: 'PAPER',
    events: auditLog.totalCount,
    lastHash: auditLog.nodes[0]?.hash,
    head: `PAPER:${user.name}:${auditLog.nodes[0]?.hash}`,
    checkedAt: desk.clock.now().toISOString(),
    fault: null,
  });
  await desk
    .bookKnex('events')
    .where({ username: user.name, sequence: 2 })
    .update({ message: 'Nothing happened.' });
  desk.clock.advance(10_000);
  expect(await proof()).toMatchObject({ fault: { sequence: 2, problem: 'ALTERED' } });
});

it('the whole log is read once in ten seconds, however often it is requested', async () => {
  const first = await Promise.all(Array.from({ length: 20 }, proof));
  await user.placed(user.shares('10'));
  desk.clock.advance(9_999);
  expect(await proof()).toEqual(first[0]);
  for (const each of first) expect(each).toEqual(first[0]);
  desk.clock.advance(1);
  expect((await proof()).events).toBeGreaterThan(first[0]!.events);
});
