import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';

const dashboard = useDashboard();

const asks = (page: Page) => page.getByRole('button', { name: /^Buy SPY \d+ CALL at / });

/** How often the page asks for the whole chain from now on. */
function countChains(page: Page): () => number {
  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('optionChain(') === true) asked += 1;
  });
  return () => asked;
}

it('streams the quotes of the chain instead of reloading it', async () => {
  const user = await dashboard().user();
  let chains = () => 0;
  const page = await dashboard().open('/trade/SPY', {
    token: user.token,
    prepare: async (fresh) => void (chains = countChains(fresh)),
  });
  const texts = () => asks(page).allTextContents();
  await expect.poll(async () => (await texts()).length).toBeGreaterThan(10);
  const shown = new Set<string>();
  await expect
    .poll(async () => shown.add((await texts()).join(' ')).size)
    .toBeGreaterThanOrEqual(4);
  expect(chains()).toBe(1);
});

it('shows the ticket beside the chain on a screen of 1024 by 768', async () => {
  const user = await dashboard().user();
  const [width, height] = [1024, 768];
  const page = await dashboard().open('/trade/SPY', { token: user.token, width, height });
  await asks(page).nth(5).click();
  const ticket = page.getByRole('region', { name: 'Ticket' });
  for (const part of [
    ticket.getByLabel('Limit', { exact: true }),
    ticket.getByRole('button', { name: /in PAPER book/ }),
  ]) {
    const isSeen = async () => {
      const box = await part.boundingBox();
      return box !== null && box.y + box.height < height && box.x + box.width < width;
    };
    await expect.poll(isSeen).toBe(true);
  }
});
