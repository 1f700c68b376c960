import { afterAll, beforeAll, expect, it } from 'vitest';
import { LimitedUser } from '../support/desks/limited-user.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
beforeAll(async () => {
  desk = await simulatedDesk();
});
afterAll(() => desk.close());

interface Cause {
  readonly kind: string;
  readonly trippedAt: string | null;
  readonly endedAt: string | null;
}

it('a log that was altered trips PAPER’s switch, and its cause is served until a person lowers it', async () => {
  const user = await LimitedUser.signUp(desk);
  const { checkLogs } = desk.desk;
  const readLogs = async () => {
    while (await checkLogs.next());
  };
  const status = async () =>
    (
      await user.ask<{ systemStatus: { killSwitch: string; switchCauses: Cause[] } }>(
        '{ systemStatus(mode: PAPER) { killSwitch switchCauses { kind subject since trippedAt endedAt words } } }',
      )
    ).systemStatus;
  expect(await status()).toEqual({ killSwitch: 'OFF', switchCauses: [] });
  const event = desk.bookKnex('events').where({ username: user.name, sequence: 1 });
  await event.clone().update({ actor: 'nobody' });
  const since = desk.clock.now().toISOString();
  await readLogs();
  const words = 'Event 1 of the log was altered, or one before it removed: its hash does not fit.';
  expect(await status()).toEqual({
    killSwitch: 'HALT_ENTRIES',
    switchCauses: [
      { kind: 'LOG_BROKEN', subject: 'event 1', since, trippedAt: since, endedAt: null, words },
    ],
  });
  expect((await user.place(user.shares('10'))).code).toBe('RISK_DENIED');
  await user.ask('mutation { setKillSwitch(mode: PAPER, level: OFF) { killSwitch } }');
  const lowered = await status();
  expect([lowered.killSwitch, lowered.switchCauses.map(({ kind }) => kind)]).toEqual([
    'OFF',
    ['LOG_BROKEN'],
  ]);
  expect((await user.place(user.shares('10'))).code).toBeNull();
});

it('no user sees another one’s causes', async () => {
  const other = await LimitedUser.signUp(desk);
  const { systemStatus } = await other.ask<{ systemStatus: { switchCauses: Cause[] } }>(
    '{ systemStatus(mode: PAPER) { switchCauses { kind } } }',
  );
  expect(systemStatus.switchCauses).toEqual([]);
});
