import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { cutOff, overflowOf } from './screen.ts';

const PHONE = { width: 390, height: 844 };
const dashboard = useDashboard();

it('fits a phone on every screen, reached by the tabs at the bottom', async () => {
  const page = await dashboard().open('/signin', PHONE);
  await page.getByRole('button', { name: 'Start the demo' }).waitFor();
  await expect.poll(() => overflowOf(page)).toBe(0);
  await page.getByRole('button', { name: 'Start the demo' }).click();
  await page.waitForURL('**/portfolio', { timeout: 60_000 });
  for (const name of ['Portfolio', 'Trade', 'History', 'Analytics', 'Settings', 'Alerts']) {
    const tabs = page.getByRole('navigation', { name: 'Screens' }).locator('visible=true');
    const tab = tabs.getByRole('link', { name });
    const more = tabs.getByRole('button', { name: 'More' });
    const isBehind = ['Settings', 'Alerts'].includes(name);
    if (isBehind) await more.click();
    await tab.click();
    await page
      .getByRole('heading', { level: 1, name: new RegExp(`^${name}`) })
      .waitFor({ state: 'attached' });
    await page.waitForTimeout(500);
    await expect.poll(() => overflowOf(page), { message: name }).toBe(0);
    const current = isBehind ? more : tab;
    await expect.poll(() => current.getAttribute('aria-current')).toBe('page');
    expect(await tabs.getByRole('link').count()).toBe(4);
  }
});

it('fits the page of a trade, opened from its row', async () => {
  const user = await dashboard().user();
  await user.place(await user.ticket());
  const page = await dashboard().open('/portfolio', { ...PHONE, token: user.token });
  await page.getByRole('link', { name: /^SPY/ }).first().click();
  await page.getByText('Time line').waitFor();
  await page.waitForTimeout(500);
  await expect.poll(() => overflowOf(page)).toBe(0);
});

it('shows all of Settings: links, providers, limits, tokens and unsaved changes', async () => {
  const user = await dashboard().user();
  await user.ask(`mutation { createApiToken(name: "an evening report with a long name",
    scopes: [READ, TRADE_PAPER], mandate: { symbols: ["SPY", "DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263"],
    maxOrderCost: "500", maxExposure: "123456.78", maxTradesPerDay: 5 }) { id } }`);
  const page = await dashboard().open('/settings', { ...PHONE, token: user.token });
  await page.getByText('an evening report with a long name').waitFor();
  await page.getByLabel('Trades a day, limit').fill('many');
  await page.getByLabel('Tradier sandbox token').fill('a-token-as-long-as-a-real-one-0123456789');
  await page.getByText('changes not stored').waitFor();
  await expect.poll(() => overflowOf(page)).toBe(0);
  expect(await cutOff(page, 'main')).toEqual([]);
  const parts = ['venues', 'fills', 'limits', 'defaults', 'tokens', 'account'];
  const tops = await page.evaluate(
    (ids) => ids.map((id) => document.getElementById(id)?.getBoundingClientRect().top ?? NaN),
    parts,
  );
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
});

it('shows a refusal in full, and the ticket right below its back link', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/trade/SPY', { ...PHONE, token: user.token });
  await page
    .getByRole('button', { name: /^Sell SPY \S+ CALL/ })
    .nth(5)
    .click();
  await page.getByRole('link', { name: 'Ticket' }).click();
  const bar = page.getByRole('button', { name: 'Kill switch', exact: true });
  const below = async () => {
    const [link, button] = [page.getByRole('link', { name: 'Chain' }), bar];
    const [lower, upper] = [(await link.boundingBox())!, (await button.boundingBox())!];
    return lower.y - upper.y - upper.height;
  };
  await expect.poll(below).toBeLessThan(20);
  const refused = page.getByRole('button', {
    name: /^Not possible: A short call needs 100 shares/,
  });
  await refused.waitFor();
  expect(await refused.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThan(2);
  await page.getByText(/Received after fees/).waitFor();
});

it('places an order in two steps: the chain, then the ticket', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/trade/SPY', { ...PHONE, token: user.token });
  await page
    .getByRole('button', { name: /^Buy SPY \S+ CALL/ })
    .nth(8)
    .click();
  const place = page.getByRole('button', { name: /Place in PAPER book/ });
  expect(await place.isVisible()).toBe(false);
  await page.getByRole('link', { name: 'Ticket' }).click();
  await place.waitFor();
  expect(
    await page
      .getByRole('button', { name: /^Buy SPY/ })
      .first()
      .isVisible(),
  ).toBe(false);
  await expect.poll(() => overflowOf(page)).toBe(0);
  await page.getByRole('link', { name: 'Chain' }).click();
  await page.getByRole('link', { name: 'Ticket' }).click();
  await place.click();
  await page.waitForURL('**/trades/*');
  expect((await user.trades()).length).toBe(1);
});
