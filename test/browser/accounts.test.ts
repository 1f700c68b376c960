import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { modeOn } from './screen.ts';

const dashboard = useDashboard();

it('signs up, refuses a wrong password without naming the field, and signs in', async () => {
  const page = await dashboard().open('/');
  await page.getByLabel('Name').fill('grace');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('5 of at least 10 characters.').waitFor();
  await page.getByLabel('Password').fill('a password of hers');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('No open trades in the PAPER book').waitFor();

  await page.goto(`${dashboard().url}/settings`);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('radio', { name: 'Sign in' }).click();
  await page.getByLabel('Name').fill('Grace');
  await page.getByLabel('Password').fill('not her password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const line = page.getByRole('alert').filter({ hasText: 'The name or password is wrong.' });
  await line.waitFor();
  await page.getByLabel('Password').fill('a password of hers');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await modeOn(page).getByText('PAPER').waitFor();
  expect(new URL(page.url()).pathname).toBe('/settings');
  dashboard().forgiveRefusedReads();
});

it('says that this device may still be signed in when no server answers the sign-out', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/settings', { token: user.token });
  await page.getByText('Version 1', { exact: true }).waitFor();
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('SignOut') ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByText('this device may still be signed in').waitFor();
  await page.reload();
  await modeOn(page).getByText('PAPER').waitFor();
  dashboard().forgive(/ERR_FAILED/);
});

it('signs out the other tab too', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/settings', { token: user.token });
  const other = await dashboard().another(page.context());
  await other.goto(`${dashboard().url}/portfolio`);
  await other.getByText('No open trades in the PAPER book').waitFor();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('**/signin');
  // Sooner than a page that has lost its socket would ask again.
  await other.waitForURL('**/signin', { timeout: 12_000 });
  await other.getByText(/^Your session was ended/).waitFor();
  dashboard().forgiveRefusedReads();
});

it('creates an API token, shows its key once, and revokes it', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/settings', { token: user.token });
  await page.getByLabel('New token, name').fill('screener');
  await page.getByRole('button', { name: 'Create token' }).click();
  const key = await page.getByRole('status').locator('code').textContent();
  const viewer = async () =>
    (await dashboard().server.api.ask('{ viewer { username } }', { token: key })).text;
  expect(await viewer()).toMatch(/"username":"ada-\d+"/);
  await page.getByRole('button', { name: 'I have it' }).click();
  expect(await page.content()).not.toContain(key);
  await page.getByRole('button', { name: 'Revoke screener' }).click();
  await page.getByText('No token yet.').waitFor();
  expect(await viewer()).not.toMatch('ada');
});

it('gives an API token a mandate, changes it and removes it', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/settings', { token: user.token });
  await page.getByLabel('New token, name').fill('assistant');
  await page.getByRole('checkbox', { name: /^TRADE_PAPER/ }).check();
  await page.getByLabel('Symbols').fill('spy, SPY260327C00560000');
  await page.getByLabel('Trades a day, at most').fill('5');
  await page.getByRole('button', { name: 'Create token' }).click();
  await page
    .getByText(/options go by their underlying/)
    .first()
    .waitFor();
  await page.getByLabel('Symbols').fill('spy, qqq');
  await page.getByRole('button', { name: 'Create token' }).click();
  await page.getByText('Mandate: only SPY, QQQ · 5 trades a day').waitFor();
  await page.getByRole('button', { name: 'I have it' }).click();

  await page.getByRole('button', { name: 'Change the mandate of assistant' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Order cost, at most').fill('5oo');
  await dialog.getByText('Dollars, such as 500 or 99.50').waitFor();
  expect(await dialog.getByRole('button', { name: 'Store mandate' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Order cost, at most').fill('500');
  await dialog.getByLabel('Symbols').fill('');
  await dialog.getByRole('button', { name: 'Store mandate' }).click();
  await page.getByText('Mandate: $500.00 an order · 5 trades a day').waitFor();

  await page.getByRole('button', { name: 'Change the mandate of assistant' }).click();
  await page.getByRole('button', { name: 'Remove the mandate' }).click();
  await page.getByText('No mandate: all that its scopes allow').waitFor();
  const { apiTokens } = await user.ask<{ apiTokens: object[] }>(
    '{ apiTokens { name mandate { maxTradesPerDay } } }',
  );
  expect(apiTokens).toEqual([{ name: 'assistant', mandate: null }]);
});

it('stores settings on the version it read, and shows a newer version first', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/settings', { token: user.token });
  const limit = page.getByLabel('Open trades, limit');
  await limit.fill('7');
  await page.getByRole('button', { name: 'Store changes' }).click();
  await page.getByText('Version 2', { exact: true }).waitFor();

  await limit.fill('9');
  await user.ask(
    'mutation { updateSettings(input: { expectedVersion: 2, limits: { maxOpenTrades: 4 } }) { version } }',
  );
  await page.getByRole('button', { name: 'Store changes' }).click();
  const conflict = page.getByRole('dialog', { name: /^Settings changed elsewhere/ });
  await conflict.waitFor();
  const cells = conflict.getByRole('row', { name: /^Open trades/ }).getByRole('cell');
  expect(await cells.allTextContents()).toEqual(['Open trades', '7', '4', '9']);
  await conflict.getByRole('button', { name: 'Store mine over version 3' }).click();
  await page.getByText('Version 4', { exact: true }).waitFor();
  const { settings } = await user.ask<{ settings: { limits: { maxOpenTrades: number } } }>(
    '{ settings { limits { maxOpenTrades } } }',
  );
  expect(settings.limits.maxOpenTrades).toBe(9);
});
