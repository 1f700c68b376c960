import type { Locator, Page } from 'playwright-core';
import { until } from '../support/values/until.ts';

export function openTrades(page: Page): Locator {
  return page.getByRole('table', { name: 'Open trades' });
}

/** The texts of the column under a heading, one for each row; rows of other shapes are left out. */
export async function columnOf(table: Locator, heading: string): Promise<string[]> {
  const names = await table.getByRole('columnheader').allTextContents();
  const at = names.findIndex((name) => name.trim() === heading);
  const cells = table.locator(
    `tbody tr > :nth-child(${at + 1}):nth-last-child(${names.length - at})`,
  );
  return cells.allTextContents();
}

/** Pixels by which the page is wider than the screen; 0 when it fits. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      0,
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth,
    ),
  );
}

/** Elements that reach over an edge of the screen. */
export function cutOff(page: Page, under: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const all = [...document.querySelectorAll(`${selector} *`)];
    return all
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return width > 0 && each.checkVisibility() && (left < 0 || right > innerWidth);
      })
      .map((each) => each.outerHTML.slice(0, 120));
  }, under);
}

/** Presses G and a key. The page takes the two for one for a second; a busy machine presses them again. */
export async function goTo(page: Page, key: string, address: string): Promise<void> {
  await until(`G ${key} to lead to ${address}`, async () => {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    return page.waitForURL(`**${address}`, { timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  });
}

/** PAPER, REAL or UNKNOWN, as shown in the spine. */
export function modeOn(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Books' }).getByTestId('mode');
}

/** The text of one lamp of the bar. */
export function lamp(page: Page, name: string): Locator {
  return page
    .getByLabel('Desk status')
    .locator('div', { has: page.locator('dt', { hasText: name }) })
    .getByRole('definition');
}
