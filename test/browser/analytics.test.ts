import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dec, Decimal, sum } from '../../server/domain/decimal.ts';
import { useDashboard } from '../support/servers/dashboard.ts';
import { Trader } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';
import { goTo, overflowOf } from './screen.ts';

/** A fixed day, so the simulated market and the demo's past are the same in each run. */
const dashboard = useDashboard(() => ({ TEST_CLOCK: '2026-03-18T15:00:00Z' }));
const PHONE = { width: 390, height: 844 };

interface Results {
  readonly stats: {
    readonly trades: number;
    readonly wins: number;
    readonly losses: number;
    readonly totalPnl: string;
  };
  readonly dailyPnl: readonly { readonly date: string; readonly netPnl: string }[];
}
const RESULTS = `query($filter: TradeFilter) {
  stats(mode: PAPER, filter: $filter) { trades wins losses totalPnl }
  dailyPnl(mode: PAPER, filter: $filter) { date netPnl } }`;

let shared: Promise<Trader> | undefined;

/** One demo with closed trades for all tests, because replaying its last days takes time. */
function demo(): Promise<Trader> {
  return (shared ??= newDemo());
}

async function newDemo(): Promise<Trader> {
  const trader = new Trader(dashboard().server, await dashboard().demo());
  await until('closed trades', async () => (await results(trader)).stats.trades > 3);
  return trader;
}

function results(trader: Trader, filter: object = {}): Promise<Results> {
  return trader.ask<Results>(RESULTS, { filter });
}

/** An amount as the page writes it, +1,234.50: to the cent, though a token's dollars have more digits. */
function signed(amount: string): string {
  const value = dec(amount);
  const digits = value.abs().toFixed(2, Decimal.ROUND_HALF_UP);
  const grouped = digits.replace(/\B(?=(\d{3})+\.)/g, ',');
  if (value.isZero()) return grouped;
  return `${value.isNegative() ? '−' : '+'}${grouped}`;
}

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('Analytics', () => {
  it('explains its figures in the API’s words, by keyboard and on a phone', async () => {
    const { token } = await demo();
    const page = await dashboard().open('/analytics', { token });
    const label = panel(page, 'Estimates').getByRole('button', { name: 'Expectancy, a trade' });
    const card = page.getByRole('dialog', { name: 'What this means' });
    await label.focus();
    await page.keyboard.press('Enter');
    await card.getByText('Average netPnl of a trade, dollars.').waitFor();
    await card.getByRole('button', { name: '95 % interval' }).click();
    await card.getByText('Lower end of the 95 % interval around the figure').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => card.count()).toBe(0);
    const isFocused = () => label.evaluate((each) => each === document.activeElement);
    await expect.poll(isFocused).toBe(true);

    const phone = await dashboard().open('/', { token, ...PHONE });
    await phone.getByRole('button', { name: 'If every stop fills' }).click();
    const small = phone.getByRole('dialog', { name: 'What this means' });
    await small.getByText('P&L from the marks to every stop in force').waitFor();
    // It is laid out before it is placed.
    const isOnScreen = async () => {
      const { x = -1, width = 999 } = (await small.boundingBox()) ?? {};
      return x >= 0 && x + width <= PHONE.width;
    };
    await expect.poll(isOnScreen).toBe(true);
  });

  it('shows the figures of the API, also for a filter kept in the address', async () => {
    const trader = await demo();
    const page = await dashboard().open('/portfolio', { token: trader.token });
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await goTo(page, 'a', '/analytics');
    await panel(page, 'Estimates').waitFor();
    // A slow server is UNKNOWN for a moment.
    await expect.poll(() => page.title()).toBe('PAPER · Analytics · Twinbook');
    await agrees(page, trader, {});

    await page.getByRole('combobox', { name: 'Strategy', exact: true }).selectOption('Hedge');
    await page.waitForURL('**/analytics?strategy=Hedge');
    await agrees(page, trader, { strategy: 'Hedge' });
    await page.reload();
    await agrees(page, trader, { strategy: 'Hedge' });
    const chosen = page.getByRole('combobox', { name: 'Strategy', exact: true });
    await expect.poll(() => chosen.inputValue()).toBe('Hedge');
    await unnamed(page);

    await page.keyboard.press('/');
    await page.keyboard.type('no such thing');
    await page.getByText('No closed trade matches').waitFor();
    await page.getByText('text “no such thing” · Hedge').waitFor();
    await page.locator('main').getByRole('button', { name: 'Clear filter' }).last().click();
    await agrees(page, trader, {});
    expect(new URL(page.url()).search).toBe('');
  });

  it('moves along its curve day by day with the arrow keys', async () => {
    const trader = await demo();
    const page = await dashboard().open('/analytics', { token: trader.token });
    const curve = page.getByRole('slider', { name: 'Day of the equity curve' });
    await curve.focus();
    await page.keyboard.press('End');
    /** What the API says of the last day, or of the one before it, and the curve does not. */
    const unsaid = async (upTo?: number) => {
      const days = (await results(trader)).dailyPnl.slice(0, upTo);
      const equity = signed(dec(100_000).plus(totalOf(days)).toFixed()).slice(1);
      const said = (await curve.getAttribute('aria-valuetext')) ?? '';
      const amounts = [equity, signed(days.at(-1)?.netPnl ?? '0')];
      return amounts.filter((amount) => !said.includes(amount));
    };
    await expect.poll(() => unsaid()).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => unsaid(-1)).toEqual([]);
    await page
      .getByText('Deposited')
      .or(page.getByText('closed −'))
      .or(page.getByText('closed +'))
      .first()
      .waitFor();
  });

  it('explains itself to a user without a closed trade', async () => {
    const user = await dashboard().user();
    const page = await dashboard().open('/analytics', { token: user.token });
    await page.getByText('Nothing to measure in the PAPER book yet').waitFor();
    const steps = page.getByRole('listitem').filter({ hasText: /./ });
    await expect.poll(() => steps.count()).toBe(3);
  });

  it('shows one column and one month on a phone', async () => {
    const trader = await demo();
    const page = await dashboard().open('/analytics', { ...PHONE, token: trader.token });
    await panel(page, 'Endings').waitFor();
    const months = panel(page, 'Net P&L by day').getByRole('table').locator('visible=true');
    await expect.poll(() => months.count()).toBe(1);
    await expect.poll(() => overflowOf(page)).toBe(0);
    await unnamed(page);
  });
});

describe('History', () => {
  it('keeps filter and columns, and exports all rows as a file', async () => {
    const trader = await demo();
    const page = await dashboard().open('/history?outcome=LOSS', { token: trader.token });
    const table = page.getByRole('table', { name: 'Closed trades' });
    await table.waitFor();
    const rows = table.locator('tbody tr[data-id]');
    /** The API’s losses, which the page shows and exports; a trade that ends meanwhile changes all three. */
    const agreed = async () => {
      const { losses, totalPnl } = (await results(trader, { outcome: 'LOSS' })).stats;
      const sentence = page.getByText(`The days add up to ${signed(totalPnl)}.`);
      const isShown = (await rows.count()) === losses && (await sentence.count()) === 1;
      return isShown && isDeepStrictEqual(await exported(page), [losses, totalPnl]);
    };
    await expect.poll(agreed).toBe(true);

    const ai = table.getByRole('columnheader', { name: 'AI said' });
    const width = async () => (await ai.boundingBox())?.width ?? 0;
    expect(await width()).toBeGreaterThan(20);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByLabel('AI said').uncheck();
    await page.keyboard.press('Escape');
    expect(await width()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'Columns (1 hidden)' }).waitFor();
    expect(await width()).toBe(0);
    await unnamed(page);

    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/trades/*');
    const history = page.locator('header').getByRole('link', { name: 'History' });
    await expect.poll(() => history.getAttribute('aria-current')).toBe('page');
  });
});

/** How many rows the page’s file has, and what they add up to. */
async function exported(page: Page): Promise<[rows: number, netPnl: string]> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export \d+ rows?$/ }).click();
  const file = await (await saved).createReadStream();
  let text = '';
  for await (const part of file) text += String(part);
  const [head = '', ...lines] = text.replace('\uFEFF', '').trim().split('\r\n');
  const at = head.split(',').indexOf('net_pnl');
  const added = lines.reduce((all, line) => all.plus(line.split(',')[at] ?? 0), dec(0));
  return [lines.length, added.toFixed()];
}

/** Open trades have realised something too: their entry's fees and partial closes. */
function totalOf(days: Results['dailyPnl']): string {
  return sum(days.map(({ netPnl }) => dec(netPnl))).toFixed();
}

/** Checks that the page shows what the API returns, and that its days add up to the total. */
async function agrees(page: Page, trader: Trader, filter: object): Promise<void> {
  const differences = async () => {
    const { stats, dailyPnl } = await results(trader, filter);
    const line = `${stats.trades} closed ${stats.trades === 1 ? 'trade' : 'trades'} · ${stats.wins} won, ${stats.losses} lost`;
    const total = `months to ${signed(totalOf(dailyPnl))}`;
    const found = [line, total].map(async (text) =>
      (await page.getByText(text).count()) > 0 ? [] : [text],
    );
    const days = panel(page, 'Net P&L by day').getByRole('button', { name: /closed, [+−0]/ });
    const said = await days.evaluateAll((all) => all.map((day) => day.getAttribute('aria-label')));
    const amounts = dailyPnl.map(({ netPnl }) => signed(netPnl));
    const absent = amounts.filter((amount) => !said.some((label) => label?.includes(amount)));
    const counted = said.length === dailyPnl.length ? [] : [`${said.length} days`];
    return [...(await Promise.all(found)).flat(), ...absent, ...counted];
  };
  // A trade that ends during the check changes API and page, one after the other.
  await expect.poll(differences, { timeout: 30_000 }).toEqual([]);
}

/** Checks that everything operable or readable has a name. */
async function unnamed(page: Page): Promise<void> {
  const nameless = await page.locator('main').evaluate((main) =>
    [...main.querySelectorAll('button, a[href], input, select, [role=img], [role=slider]')]
      .filter((each) => {
        const label = each.closest('label')?.textContent ?? '';
        return !`${each.getAttribute('aria-label') ?? ''}${label}${each.textContent}`.trim();
      })
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  expect(nameless).toEqual([]);
}
