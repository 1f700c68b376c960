import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { flagForReview } from '../support/servers/flag-for-review.ts';
import type { Trader } from '../support/servers/trader.ts';
import { columnOf, lamp } from './screen.ts';

const dashboard = useDashboard();

/** The machine may be busy with other tests. */
const SOON = { timeout: 15_000 };

const standing = async (user: Trader) =>
  (
    await user.ask<{ systemStatus: { killSwitch: string } }>(
      '{ systemStatus(mode: PAPER) { killSwitch } }',
    )
  ).systemStatus.killSwitch;

it('raises the switch with one click, asks before lowering it, and proves the log of both', async () => {
  const user = await dashboard().user();
  await user.ask(
    'mutation { updateSettings(input: { expectedVersion: 1, limits: { maxOpenTrades: 3 } }) { version } }',
  );
  await user.place(await user.ticket());
  const page = await dashboard().open('/safety', { token: user.token });
  const limits = page.getByRole('region', { name: 'Limits' }).getByRole('table');
  const limitOf = async (rule: string) => {
    const at = (await columnOf(limits, 'Rule')).indexOf(rule);
    return (await columnOf(limits, 'Limit'))[at]?.trim();
  };
  await expect.poll(() => limitOf('Open trades'), SOON).toBe('3');

  const levers = page.getByRole('group', { name: 'Kill switch, PAPER' });
  const lever = (name: RegExp) => levers.getByRole('button', { name });
  await lever(/^HALT ENTRIES/).click();
  const pressed = (name: RegExp) => () => lever(name).getAttribute('aria-pressed');
  await expect.poll(pressed(/^HALT ENTRIES/), SOON).toBe('true');
  expect(await standing(user)).toBe('HALT_ENTRIES');
  const notice = page.getByRole('alert').filter({ hasText: 'HALT ENTRIES' });
  await notice.waitFor(SOON);
  await expect.poll(() => lamp(page, 'Alerts').textContent(), SOON).toMatch(/1/);

  await lever(/^OFF/).click();
  const dialog = page.getByRole('dialog', { name: 'OFF, PAPER' });
  await dialog.getByRole('button', { name: 'Leave it as it is' }).click();
  expect(await standing(user)).toBe('HALT_ENTRIES');
  await lever(/^OFF/).click();
  await dialog.getByRole('button', { name: 'Set OFF' }).click();
  await expect.poll(pressed(/^OFF/), SOON).toBe('true');
  expect(await standing(user)).toBe('OFF');
  await notice.waitFor({ state: 'detached', ...SOON });
  await expect.poll(() => lamp(page, 'Alerts').textContent(), SOON).toMatch(/0/);

  const log = page.getByRole('region', { name: 'Audit log' });
  // The server returns its last proof again for ten seconds, and the market may add an event meanwhile.
  const proved = async () => {
    await log.getByRole('button', { name: 'Verify again' }).click();
    await log.getByText('reading every event again').waitFor({ state: 'detached' });
    const { auditLog } = await user.ask<{ auditLog: { totalCount: number } }>(
      '{ auditLog(mode: PAPER, first: 1) { totalCount } }',
    );
    const told = (await log.getByRole('status').textContent()) ?? '';
    return told.includes(`verified: ${auditLog.totalCount} events, unbroken`) || told;
  };
  await expect.poll(proved, { timeout: 30_000, interval: 1_000 }).toBe(true);
  const { auditProof } = await user.ask<{ auditProof: { head: string } }>(
    '{ auditProof(mode: PAPER) { head } }',
  );
  await log.getByText(auditProof.head, { exact: true }).waitFor(SOON);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await log.getByRole('button', { name: 'Copy head' }).click();
  await log.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(auditProof.head);
  const lines = log.getByRole('listitem').filter({ hasText: 'you' });
  await expect.poll(() => lines.filter({ hasText: /HALT_ENTRIES|OFF/ }).count(), SOON).toBe(2);
}, 60_000);

it('settles a trade under review by a person’s judgement, and records who said what', async () => {
  const user = await dashboard().user();
  const { viewer } = await user.ask<{ viewer: { username: string } }>('{ viewer { username } }');
  const { id } = await user.place(await user.ticket());
  const reason = 'The venue holds none. The venue’s history: 2026-11-20 trade of +1 at 1.25.';
  await flagForReview(dashboard().server, viewer.username, id, reason);
  const page = await dashboard().open(`/trades/${id}`, { token: user.token });
  await page.getByRole('button', { name: 'Review…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Review SPY/ });
  const settle = dialog.getByRole('button', { name: 'Settle in PAPER book' });
  await dialog.getByRole('radio', { name: /^Closed by hand/ }).check();
  await dialog.getByLabel(/^At what price\?/).fill('1.25');
  expect(await settle.isDisabled()).toBe(true);
  await dialog.getByLabel(/^How you know/).fill('Sold by phone.');
  await settle.click();
  await dialog.waitFor({ state: 'detached' });
  expect(await user.trade(id)).toMatchObject({ status: 'MANUAL_CLOSE', exitPrice: '1.25' });

  const card = page.locator('section', {
    has: page.getByRole('heading', { name: 'Review', exact: true }),
  });
  await card.getByText('Sold by phone.').first().waitFor();
  for (const fact of ['MANUAL CLOSE', '1.25, as stated', viewer.username, reason])
    expect(await card.textContent()).toContain(fact);
});
