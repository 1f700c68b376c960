import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import type { Trader } from '../support/servers/trader.ts';
import { goTo } from './screen.ts';

const dashboard = useDashboard(() => ({ TEST_CLOCK: '2026-03-18T15:00:00Z' }));
/** A server beside others takes its time. */
const PATIENT = { timeout: 30_000 };
const WIDTHS = [1440, 390];

/** Two weeks of minutes of regular hours that rise and fall once in two hours: many crossings of averages. */
function waves(): string {
  const rows = ['symbol,at,open,high,low,close,volume'];
  const days = [2, 3, 4, 5, 8, 9, 10, 11, 12, 16];
  const at = (minute: number) => 480 + 4 * Math.sin(minute / 19) + Math.sin(minute / 7);
  days.forEach((day, nth) => {
    for (let minute = 0; minute < 390; minute += 1) {
      const time = new Date(Date.UTC(2024, 0, day, 14, 30 + minute)).toISOString();
      const [open, close] = [at(nth * 390 + minute), at(nth * 390 + minute + 1)];
      const ends = [open, Math.max(open, close) + 0.02, Math.min(open, close) - 0.02, close];
      rows.push(`SPY,${time},${ends.map((price) => price.toFixed(2)).join(',')},1000`);
    }
  });
  return rows.join('\n');
}

async function pick(page: Page, name: string, text: string) {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
}

interface Told {
  readonly backtests: {
    readonly nodes: readonly { stats: { trades: number; totalPnl: string } | null }[];
  };
}
const LAST = '{ backtests(first: 1) { nodes { stats { trades totalPnl } } } }';

/** The user and strategy page of an earlier test, for the tests after it. */
let done: { user: Trader; path: string } | undefined;

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** An amount as the page writes it: with a sign, grouped thousands and cents. */
function signed(amount: string): string {
  const [whole = '', cents = ''] = Math.abs(Number(amount)).toFixed(2).split('.');
  const sign = Number(amount) < 0 ? '−' : '+';
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

async function createCross(page: Page) {
  await page.getByRole('link', { name: 'New strategy' }).click();
  await page.getByRole('radio', { name: /Moving-average cross/ }).check();
  await page.getByLabel('Name').fill('Waves');
  await page.getByLabel('Symbols').fill('spy');
  await page.getByLabel('fast', { exact: true }).fill('5001');
  await page.getByText('Allowed: 1 to 5,000.').waitFor();
  await page.getByLabel('fast', { exact: true }).fill('6');
  await page.getByLabel('slow', { exact: true }).fill('18');
  await page.getByRole('button', { name: 'Create strategy' }).click();
  await page.getByRole('heading', { name: 'Waves' }).waitFor();
}

async function runOnce(page: Page, user: Trader) {
  const form = page.getByRole('form', { name: 'Backtest' });
  await expect
    .poll(() => form.getByRole('combobox', { name: 'Data', exact: true }).inputValue())
    .toBe('waves');
  await expect.poll(() => form.getByLabel('First day').inputValue()).toBe('2024-01-02');
  await expect.poll(() => form.getByLabel('Last day, New York').inputValue()).toBe('2024-01-16');
  await form.getByLabel('Symbols').press('Control+Enter');
  await region(page, 'What it is worth').waitFor(PATIENT);
  const { backtests } = await user.ask<Told>(LAST);
  const stats = backtests.nodes[0]?.stats;
  expect(stats?.trades).toBeGreaterThanOrEqual(30);
  const report = region(page, 'Report');
  const told = async () => (await report.textContent())?.replace(/\s+/g, ' ') ?? '';
  await expect.poll(told).toContain(signed(stats?.totalPnl ?? ''));
  expect(await told()).toContain(`Trades ${stats?.trades}`);
  const table = page.getByRole('table', { name: 'Strategies' });
  await expect
    .poll(async () => (await table.textContent())?.replace(/\s+/g, ' '))
    .toContain(`${stats?.trades} trades`);
}

async function sweep(page: Page) {
  const form = page.getByRole('form', { name: 'Backtest' });
  await page.getByRole('radio', { name: 'Sweep' }).click();
  await form.getByLabel('fast', { exact: true }).fill('4 to 8 step 2');
  await form.getByLabel('slow', { exact: true }).fill('15, 24');
  await form.getByText('6 runs').waitFor();
  await form.getByLabel('Days to choose on').fill('5');
  await form.getByLabel('Unseen days').fill('4');
  await form.getByRole('button', { name: 'Run sweep' }).click();
  const runs = region(page, 'Runs of the sweep').getByRole('row');
  await expect.poll(() => runs.count(), PATIENT).toBe(7);
  await page.getByText('Walk-forward, unseen days alone').waitFor(PATIENT);
  await region(page, 'Skill or luck').getByText('6 runs over').waitFor(PATIENT);
  const lower = await region(page, 'Runs of the sweep').locator('tbody tr b.b').allTextContents();
  const ends = lower.map((text) => Number(text.replace('−', '-').replace(/[+,]/g, '')));
  expect(ends).toEqual([...ends].sort((a, b) => b - a));
}

describe('Strategies', () => {
  it('leads a new user from a file to a report, a change, a sweep and its best run', async () => {
    const user = await dashboard().user();
    const page = await dashboard().open('/portfolio', { token: user.token });
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await goTo(page, 'b', '/strategies');
    await page.getByText('No strategy yet').waitFor();
    await page.getByRole('link', { name: 'Import data' }).click();
    await pick(page, 'waves.csv', waves());
    await page.getByText('Interval, read off the file').waitFor();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('now has 3,900 rows').waitFor(PATIENT);
    await page.getByRole('table', { name: 'Series of waves' }).getByText('1 min').waitFor();

    await createCross(page);
    await runOnce(page, user);
    await page.getByRole('table', { name: 'Closed trades of the backtest' }).waitFor();

    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /^Edit/ }).click();
    await page.getByLabel('slow', { exact: true }).fill('21');
    await page.getByText('The record restarts: version 1 › 2').waitFor();
    await page.getByRole('button', { name: 'Store on version 1' }).click();
    await page.getByText('sma-cross · version 2 · unchanged since').waitFor();
    await region(page, 'Report').getByText('of an earlier version').waitFor();

    await sweep(page);
    await page.getByRole('link', { name: 'Report', exact: true }).first().click();
    await region(page, 'What it is worth').waitFor(PATIENT);
    await page.getByRole('link', { name: 'Take', exact: true }).first().click();
    await page.getByText('The record restarts: version 2 › 3').waitFor();
    await page.getByRole('button', { name: 'Store on version 2' }).click();
    await page.getByText('sma-cross · version 3 · unchanged since').waitFor();
    done = { user, path: new URL(page.url()).pathname };
  });

  it('keeps nothing of a file with errors, and names each line', async () => {
    const user = await dashboard().user();
    const page = await dashboard().open('/strategies/data', { token: user.token });
    await page.getByText('No data of your own yet.').waitFor();
    const text = waves().split('\n').slice(0, 5);
    text[3] = text[3]!.replace(/,48/, ',-48');
    await pick(page, 'broken.csv', text.join('\n'));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const errors = page.getByRole('table', { name: 'Errors of the file' }).getByRole('row');
    await expect.poll(() => errors.count(), PATIENT).toBeGreaterThan(1);
    expect(await errors.nth(1).textContent()).toMatch(/^4/);
    await page.getByText('Nothing was kept.').waitFor();
    await page.getByText('No data of your own yet.').waitFor();
    dashboard().forgive(/status of 400/);
  });

  it('says beside its field what the desk refuses', async () => {
    const { user, path } = done!;
    const page = await dashboard().open(path, { token: user.token });
    const form = page.getByRole('form', { name: 'Backtest' });
    await expect
      .poll(() => form.getByRole('combobox', { name: 'Data', exact: true }).inputValue())
      .toBe('waves');
    await form.getByLabel('Symbols').fill('NOPE');
    await form.getByRole('button', { name: 'Run backtest' }).click();
    await form.locator('[aria-invalid=true]').waitFor(PATIENT);
    expect(await form.getByLabel('Symbols').getAttribute('aria-invalid')).toBe('true');
    await page.goto(`${dashboard().url}/strategies/new`);
    await page.getByRole('radio', { name: /Coin flip/ }).check();
    await page.getByLabel('Name').fill('Waves');
    await page.getByRole('button', { name: 'Create strategy' }).click();
    await expect
      .poll(() => page.getByLabel('Name').getAttribute('aria-invalid'), PATIENT)
      .toBe('true');
  });

  it('starts and stops in PAPER, by key and by button, and holds off changes meanwhile', async () => {
    const { user, path } = done!;
    const page = await dashboard().open(path, { token: user.token });
    const runs = region(page, 'Runs');
    await runs.getByText('It is on rung BACKTEST.').waitFor(PATIENT);
    expect(await runs.getByRole('button', { name: 'Start in REAL' }).isDisabled()).toBe(true);
    await region(page, 'No-trades').getByText('It was never started in PAPER.').waitFor(PATIENT);
    await page.keyboard.press('s');
    await runs.getByRole('listitem', { name: 'PAPER: runs' }).waitFor(PATIENT);
    await page.getByRole('table', { name: 'Strategies' }).getByText('PAPER runs').waitFor(PATIENT);
    await region(page, 'No-trades').getByText('None: all that it asked for').waitFor(PATIENT);
    await page.goto(`${dashboard().url}${path}?do=edit`);
    await page.getByLabel('slow', { exact: true }).fill('23');
    await page.getByRole('button', { name: /^Store on version/ }).click();
    await page.getByText('The strategy runs: stop it before you change it').waitFor(PATIENT);
    await page.goto(dashboard().url + path);
    await runs.getByRole('button', { name: 'Stop in PAPER' }).click();
    await runs.getByRole('listitem', { name: 'PAPER: stopped' }).waitFor(PATIENT);
    const { strategies } = await user.ask<{ strategies: { running: string[] }[] }>(
      '{ strategies { running } }',
    );
    expect(strategies.flatMap(({ running }) => running)).toEqual([]);
  });

  it('cancels a sweep that goes on, and finds it again', async () => {
    const { user, path } = done!;
    const page = await dashboard().open(path, { token: user.token });
    const form = page.getByRole('form', { name: 'Backtest' });
    const data = form.getByRole('combobox', { name: 'Data', exact: true });
    await expect.poll(() => data.inputValue()).toBe('waves');
    await page.getByRole('radio', { name: 'Sweep' }).click();
    await form.getByLabel('fast', { exact: true }).fill('3 to 400 step 1');
    await form.getByLabel('slow', { exact: true }).fill('401 to 430 step 1');
    await form.getByText('At most 10,000 runs.').waitFor();
    await form.getByLabel('slow', { exact: true }).fill('401 to 425 step 1');
    await form.getByText('9,950 runs').waitFor();
    await form.getByRole('button', { name: 'Run sweep' }).click();
    await region(page, 'Sweep').getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Canceled: runs that had ended stay.').waitFor(PATIENT);
    await region(page, 'Sweep').getByRole('button', { name: 'Close' }).click();
    const elsewhere = await dashboard().open(path, { token: user.token });
    await elsewhere.getByRole('link', { name: 'Open the last sweep' }).click();
    await region(elsewhere, 'Sweep').getByText('CANCELED', { exact: true }).waitFor();
  });

  it('never scrolls sideways, and asks before it deletes data', async () => {
    const { user, path } = done!;
    const page = await dashboard().open(path, { token: user.token });
    const wider = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    const places = [path, `${path}?do=edit`, '/strategies/new', '/strategies/data'];
    for (const place of places) {
      await page.goto(dashboard().url + place);
      await page.locator('main h2').first().waitFor();
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(wider).toBe(0);
      }
    }
    await page.getByRole('button', { name: 'Delete… waves' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('table', { name: 'Series of waves' }).waitFor();
    await page.getByRole('button', { name: 'Delete… waves' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('No data of your own yet.').waitFor();
  });
});
