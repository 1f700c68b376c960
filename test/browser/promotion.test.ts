import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { Strategist } from '../support/servers/strategist.ts';
import { DAILY_COIN, DOUBLING_SPAN, doublingDays } from '../support/values/doubling-csv.ts';

const dashboard = useDashboard(() => ({ TEST_CLOCK: '2026-03-18T15:00:00Z' }));
/** A server beside others takes its time. */
const PATIENT = { timeout: 30_000 };

const gate = (page: Page) => page.getByRole('region', { name: 'Gate', exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

describe('The ladder', () => {
  it('goes up on evidence and down on a word, each asked for twice', async () => {
    const user = await dashboard().user();
    const ada = await Strategist.at(user.server.api, user.token);
    await ada.import('doubling', doublingDays(90), 'ONE_MINUTE');
    const id = await ada.save({ name: 'Doubler', ...DAILY_COIN });
    const page = await dashboard().open(`/strategies/${id}`, { token: user.token });
    await gate(page).getByRole('heading', { name: 'Gate to PAPER' }).waitFor(PATIENT);
    const promote = page.getByRole('button', { name: 'Promote to PAPER' });
    await gate(page).getByText('0 of 5 pass').waitFor();
    expect(await promote.isDisabled()).toBe(true);
    const base = { strategyId: id, symbols: ['SPY'], dataSet: 'doubling', ...DOUBLING_SPAN };
    await ada.backtest(base);
    await page.reload();
    await gate(page).getByText('Every gate to PAPER passes.').waitFor(PATIENT);
    await gate(page).getByRole('img', { name: 'On rung BACKTEST, next gate PASS' }).waitFor();

    await promote.click();
    await dialog(page).getByRole('button', { name: 'Leave it where it is' }).click();
    await gate(page).getByRole('heading', { name: 'Gate to PAPER' }).waitFor();
    await promote.click();
    await dialog(page).getByText('goes from BACKTEST to PAPER').waitFor();
    await dialog(page).getByRole('button', { name: 'Promote to PAPER' }).click();
    await gate(page).getByRole('heading', { name: 'Gate to SMALL REAL' }).waitFor(PATIENT);
    await gate(page).getByText('Breaker drill').waitFor();

    await page.setViewportSize({ width: 390, height: 900 });
    const wider = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await expect.poll(wider).toBe(0);

    await page.getByRole('button', { name: 'Demote to BACKTEST' }).click();
    await ada.save({
      id,
      expectedVersion: 1,
      name: 'Doubler',
      kind: 'coin-flip',
      symbols: ['SPY'],
    });
    await dialog(page).getByRole('button', { name: 'Demote to BACKTEST' }).click();
    await dialog(page).getByText('It was changed elsewhere: version 2').waitFor();
    await dialog(page).getByRole('button', { name: 'See how it is now' }).click();
    await page.getByText('coin-flip · version 2').first().waitFor();
    await gate(page).getByRole('heading', { name: 'Gate to PAPER' }).waitFor(PATIENT);
  });
});

describe('An address of no strategy', () => {
  it('says so to a user with strategies and to one without, and leads back', async () => {
    const user = await dashboard().user();
    const page = await dashboard().open('/strategies/none', { token: user.token });
    const line = page.getByRole('heading', { name: 'There is no such strategy' });
    await line.waitFor(PATIENT);
    const ada = await Strategist.at(user.server.api, user.token);
    await ada.save({ name: 'Doubler', ...DAILY_COIN });
    await page.reload();
    await line.waitFor(PATIENT);
    await page.getByRole('link', { name: 'Open Strategies' }).click();
    await page.getByRole('table', { name: 'Strategies' }).waitFor(PATIENT);
  });
});
