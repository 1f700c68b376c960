import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { newKey } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';

const dashboard = useDashboard();

it('closes a trade by hand, after showing what that brings', async () => {
  const user = await dashboard().user();
  const { id } = await user.place(await user.ticket());
  const page = await dashboard().open(`/trades/${id}`, { token: user.token });
  await page.getByRole('button', { name: /^Close…/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Close SPY/ });
  await dialog.getByText('You get, about').waitFor();
  await dialog.getByRole('button', { name: 'Close 1 in PAPER book' }).click();
  await page.getByText('MANUAL CLOSE', { exact: true }).first().waitFor();
  await dialog.waitFor({ state: 'detached' });
  expect((await user.trade(id)).status).toBe('MANUAL_CLOSE');
});

it('moves a bracket, and shows the slower user the old, the current and the typed prices', async () => {
  const user = await dashboard().user();
  const ticket = await user.ticket({ bracket: { stopLoss: '1', takeProfit: '90' } });
  const { id } = await user.place(ticket);
  const page = await dashboard().open(`/trades/${id}`, { token: user.token });
  const bracket = page.getByRole('dialog', { name: /^Bracket of SPY/ });
  const exits = async () => {
    const { trade } = await user.ask<{ trade: { stopLoss: string; takeProfit: string } }>(
      `{ trade(id: "${id}") { stopLoss takeProfit } }`,
    );
    return [trade.stopLoss, trade.takeProfit];
  };

  await page.getByRole('button', { name: /^Bracket…/ }).click();
  await bracket.getByLabel('Stop, was 1.00').fill('1.5');
  await bracket.getByRole('button', { name: 'Store bracket' }).click();
  await bracket.waitFor({ state: 'detached' });
  expect(await exits()).toEqual(['1.5', '90']);

  // On a busy machine the page may still show the trade as it was.
  const again = bracket.getByLabel('Stop, was 1.50');
  await until('the stored stop on the page', async () => {
    await page.getByRole('button', { name: /^Bracket…/ }).click();
    await bracket.waitFor();
    if (await again.isVisible()) return true;
    await bracket.getByRole('button', { name: 'Change nothing' }).click();
    await bracket.waitFor({ state: 'detached' });
    return false;
  });
  await again.fill('2');
  const { version } = await user.trade(id);
  await user.ask(
    'mutation($input: AdjustBracketInput!) { adjustBracket(input: $input) { version } }',
    { input: { id, expectedVersion: version, stopLoss: '1.75', idempotencyKey: newKey() } },
  );
  await bracket.getByRole('button', { name: 'Store bracket' }).click();
  const conflict = page.getByRole('dialog', { name: /^Someone was faster/ });
  await conflict.waitFor();
  const cells = conflict.getByRole('row', { name: /^Stop/ }).getByRole('cell');
  expect(await cells.allTextContents()).toEqual(['Stop', '1.50', '1.75', '2.00']);
  expect(await exits()).toEqual(['1.75', '90']);

  await conflict.getByRole('button', { name: /^Store mine over version/ }).click();
  await conflict.waitFor({ state: 'detached' });
  expect(await exits()).toEqual(['2', '90']);
});

it('cancels a waiting entry', async () => {
  const user = await dashboard().user();
  const ticket = await user.ticket({ limitPrice: '0.05', bracket: undefined });
  const { id } = await user.place(ticket);
  const page = await dashboard().open(`/trades/${id}`, { token: user.token });
  await page.getByText('PENDING', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Cancel entry…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Cancel the entry of SPY/ });
  await dialog.getByRole('button', { name: 'Cancel the entry' }).click();
  await page.getByText('CANCELED', { exact: true }).first().waitFor();
  expect((await user.trade(id)).status).toBe('CANCELED');
});

it('shows what changed before a close, and sends nothing until the user goes on from there', async () => {
  const user = await dashboard().user();
  const { id } = await user.place(await user.ticket({ quantity: '3' }));
  const page = await dashboard().open(`/trades/${id}`, { token: user.token });
  await page.getByRole('button', { name: /^Close…/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Close SPY/ });
  const send = dialog.getByRole('button', { name: 'Close 3 in PAPER book' });
  await send.waitFor();
  const { version, stopLoss } = await user.trade(id);
  await user.ask(
    'mutation($input: AdjustBracketInput!) { adjustBracket(input: $input) { version } }',
    { input: { id, expectedVersion: version, stopLoss: '0.05', idempotencyKey: newKey() } },
  );

  await send.click();
  await dialog.getByText(/^Someone was faster/).waitFor();
  const cells = (name: RegExp) => dialog.getByRole('row', { name }).getByRole('cell');
  expect(await cells(/^Held/).allTextContents()).toEqual(['Held', '3', '3', 'close 3']);
  const stops = [Number(stopLoss).toFixed(2), '0.05'];
  expect(await cells(/^Stop/).allTextContents()).toEqual(['Stop', ...stops, '']);
  expect((await user.trade(id)).status).toBe('OPEN');

  await dialog.getByRole('button', { name: 'Continue from current values' }).click();
  await send.click();
  await page.getByText('MANUAL CLOSE', { exact: true }).first().waitFor();
});
