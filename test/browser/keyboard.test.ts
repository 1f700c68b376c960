import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { goTo, openTrades } from './screen.ts';

const dashboard = useDashboard();
const SCREENS = [
  ...['/portfolio', '/trade/SPY', '/history', '/settings', '/alerts'],
  ...['/strategies', '/strategies/new', '/strategies/data'],
];

it('reaches everything by keyboard, and returns the focus after a dialog', async () => {
  const user = await dashboard().user();
  await user.place(await user.ticket());
  const page = await dashboard().open('/portfolio', { token: user.token });
  const row = openTrades(page).getByRole('row', { name: /OPEN/ });
  await row.waitFor();
  const pressed = async (keys: string[], at: string) => {
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForURL(`**${at}`);
  };
  await pressed(['n'], '/trade');
  await goTo(page, 'h', '/history');
  await goTo(page, 'p', '/portfolio');

  await page.keyboard.press('j');
  const isFocused = (place: Locator) => () =>
    place.evaluate((element) => element === document.activeElement);
  await expect.poll(isFocused(row)).toBe(true);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys on this screen' });
  await keys.getByText('Next trade').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  expect(new URL(page.url()).pathname, 'no key goes past a dialog').toBe('/portfolio');
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await expect.poll(isFocused(row)).toBe(true);

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await palette.getByRole('combobox', { name: 'Command' }).fill('close chosen');
  await pressed(['Enter'], '?do=close');
  const close = page.getByRole('dialog', { name: /^Close SPY/ });
  await close.waitFor();
  await page.keyboard.press('Escape');
  await close.waitFor({ state: 'detached' });

  const button = page.getByRole('button', { name: /^Bracket…/ });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /^Bracket of SPY/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(isFocused(button)).toBe(true);
});

it('names every field and button, and uses each id once', async () => {
  const user = await dashboard().user();
  const { id } = await user.place(await user.ticket());
  const signIn = await dashboard().open('/signin');
  await signIn.getByLabel('Name').waitFor();
  expect(await namelessOn(signIn)).toEqual([]);
  const page = await dashboard().open('/portfolio', { token: user.token });
  for (const address of [...SCREENS, `/trades/${id}`, `/trades/${id}?do=close`]) {
    await page.goto(dashboard().url + address);
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    await page.waitForTimeout(400);
    expect(await namelessOn(page), address).toEqual([]);
  }
});

/** Elements that a screen reader could not name. */
function namelessOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const doubled = ids.filter((id, i) => ids.indexOf(id) !== i);
    const named = (element: Element) => {
      const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      const label = labels ? [...(element.labels ?? [])].map((l) => l.textContent).join('') : '';
      const text = element.matches('input, select') ? '' : element.textContent;
      return Boolean([element.getAttribute('aria-label'), label, text].join('').trim());
    };
    return [...document.querySelectorAll('input, select, button, a[href], [role=img]')]
      .filter((element) => !named(element))
      .map((element) => element.outerHTML.slice(0, 120))
      .concat(doubled.map((id) => `two elements are #${id}`));
  });
}
