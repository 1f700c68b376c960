import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { modeOn } from './screen.ts';

/** The browser uses its own clock, the desk one from the past that runs sixty times as fast. */
const dashboard = useDashboard(() => ({
  TEST_CLOCK: '2025-03-12T15:00:00Z',
  TEST_CLOCK_SPEED: '60',
}));

it('keeps a reader signed in', async () => {
  const page = await dashboard().open('/');
  await page.getByLabel('Name').fill('grace');
  await page.getByLabel('Password').fill('a password of hers');
  await page.getByRole('button', { name: 'Create account' }).click();
  await modeOn(page).getByText('PAPER').waitFor();
  const [cookie] = await page.context().cookies();
  const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400;
  expect(days).toBeGreaterThan(29.5);
  expect(days).toBeLessThan(30.5);
  await page.reload();
  await modeOn(page).getByText('PAPER').waitFor();

  await page.goto(`${dashboard().url}/settings`);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('**/signin');
  expect(await page.context().cookies()).toEqual([]);
  dashboard().forgiveRefusedReads();
});

it.each(['history', 'analytics'])('takes today from the desk’s clock, in %s', async (screen) => {
  const user = await dashboard().user();
  const asked: string[] = [];
  const page = await dashboard().open('/signin', {
    token: user.token,
    prepare: async (opened) => {
      opened.on('request', (request) => asked.push(request.postData() ?? ''));
    },
  });
  await modeOn(page).getByText('PAPER').waitFor();
  asked.splice(0);
  await page.goto(`${dashboard().url}/${screen}?closed=today`);
  await expect
    .poll(() => asked.filter((body) => body.includes('"closedFrom"')).at(-1) ?? '')
    .toContain('"closedFrom":"2025-03-12T04:00:00.000Z"');
});

it('delays password guesses by real time, not by the desk’s clock', async () => {
  const { api } = dashboard().server;
  const user = await dashboard().user();
  const { viewer } = await user.ask<{ viewer: { username: string } }>('{ viewer { username } }');
  const guess = () =>
    api.ask(
      `mutation { signIn(username: "${viewer.username}", password: "a wrong guess") { token } }`,
    );
  let answer = await guess();
  while (answer.code === 'UNAUTHENTICATED') answer = await guess();
  expect(answer.code).toBe('RATE_LIMITED');
  // This is more than a minute on the desk's clock.
  await wait(1_500);
  const still = await guess();
  expect(still.code).toBe('RATE_LIMITED');
  expect(still.errors[0]?.extensions.retryAfterMs).toBeGreaterThan(30_000);
});
