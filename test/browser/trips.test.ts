import { expect, it } from 'vitest';
import { breakLog } from '../support/servers/break-log.ts';
import { useDashboard } from '../support/servers/dashboard.ts';
import { lamp } from './screen.ts';

const dashboard = useDashboard();

it('shows at once what has tripped the switch, since when, and what a person may do', async () => {
  const user = await dashboard().user();
  const { viewer } = await user.ask<{ viewer: { username: string } }>('{ viewer { username } }');
  const page = await dashboard().open('/safety', { token: user.token });
  const trips = page.getByRole('region', { name: 'What trips it' });
  await trips.getByText('altered, or not adding up').waitFor();
  await expect.poll(() => lamp(page, 'Link').textContent()).toMatch(/live/);
  expect(await trips.getByText('still active').count()).toBe(0);
  const levers = page.getByRole('group', { name: 'Kill switch, PAPER' });
  const pressed = (name: RegExp) => () =>
    levers.getByRole('button', { name }).getAttribute('aria-pressed');

  await breakLog(dashboard().server, viewer.username);
  await trips.getByText(/^Event 1 of the log was altered/).waitFor();
  await trips.getByText(/^Since .* · tripped the switch · still active$/).waitFor();
  await trips.getByText(/^Stop the server, keep its files/).waitFor();
  await expect.poll(pressed(/^HALT ENTRIES/)).toBe('true');

  await levers.getByRole('button', { name: /^OFF/ }).click();
  await page
    .getByRole('dialog', { name: 'OFF, PAPER' })
    .getByRole('button', { name: 'Set OFF' })
    .click();
  await expect.poll(pressed(/^OFF/)).toBe('true');
  await expect.poll(() => trips.getByText(/still active$/).count()).toBe(1);
});
