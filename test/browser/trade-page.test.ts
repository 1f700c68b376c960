import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { newKey, type Trader } from '../support/servers/trader.ts';

const dashboard = useDashboard();

async function adjusted(user: Trader): Promise<string> {
  const ticket = await user.ticket({ bracket: { stopLoss: '1', takeProfit: '90' } });
  const { id } = await user.place(ticket);
  const { version } = await user.trade(id);
  await user.ask('mutation($i: AdjustBracketInput!) { adjustBracket(input: $i) { version } }', {
    i: { id, expectedVersion: version, stopLoss: '1.5', idempotencyKey: newKey() },
  });
  return id;
}

it('shows a trade as of each event, under an address of its own', async () => {
  const user = await dashboard().user();
  const id = await adjusted(user);
  const page = await dashboard().open(`/trades/${id}`, { token: user.token });
  const states = page.getByRole('table', { name: 'States' });
  const row = async (name: string) =>
    (
      await states
        .getByRole('row', { name: new RegExp(`^${name}`) })
        .getByRole('cell')
        .allTextContents()
    )
      .slice(1)
      .map((text) => text.trim());
  await page.getByRole('heading', { name: 'Entry and now' }).waitFor();
  await page.keyboard.press('[');
  await page.getByText(/^AS KNOWN AT/).waitFor();
  const first = await user.ask<{ trade: { placedAt: string } }>(
    `{ trade(id: "${id}") { placedAt } }`,
  );
  await page.goto(`${dashboard().url}/trades/${id}?at=${first.trade.placedAt}`);
  await page.getByRole('heading', { name: 'Then and now' }).waitFor();
  await expect.poll(() => row('Status')).toEqual(['PENDING', 'OPEN']);
  expect(await row('Stop')).toEqual(['1.00', '1.50']);
  expect(await page.getByText('PENDING', { exact: true }).count()).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: /^Close…/ }).count()).toBe(0);

  // The page counts events after the shown instant.
  const since = page.getByText(/\d+\s+events\s+since/);
  const before = Number.parseInt((await since.textContent()) ?? '', 10);
  const { version } = await user.trade(id);
  await user.ask(
    `mutation { annotateTrade(id: "${id}", expectedVersion: ${version}, notes: "elsewhere") { id } }`,
  );
  await page.getByText(`${before + 1} events since`).waitFor();

  const address = page.url();
  await page.keyboard.press(']');
  await expect.poll(() => page.url()).not.toBe(address);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Close…/ }).waitFor();
  expect(new URL(page.url()).search).toBe('');
});

it('moves the slider to an earlier instant, and hatches the chart from there on', async () => {
  const user = await dashboard().user();
  const id = await adjusted(user);
  const page = await dashboard().open(`/trades/${id}`, { token: user.token });
  const slider = page.getByRole('slider', { name: 'Known at' });
  await slider.waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toBe('now');
  await slider.focus();
  for (let press = 0; press < 30; press += 1) await page.keyboard.press('PageDown');
  await page.getByText(/^AS KNOWN AT/).waitFor();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/ ET$/);
  await page.getByTestId('not-yet').waitFor();
});

it('stores a note and tags, and shows both versions when somebody was faster', async () => {
  const user = await dashboard().user();
  const ticket = await user.ticket({ context: { notes: 'at entry', tags: ['plan'] } });
  const { id } = await user.place(ticket);
  const page = await dashboard().open(`/trades/${id}`, { token: user.token });
  await page.getByText(/No note yet/).waitFor();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Note', { exact: true }).fill('too early');
  await page.getByLabel('New tag').fill('lesson');
  await page.getByLabel('New tag').press('Enter');
  const store = page.getByRole('button', { name: 'Store note' });
  await store.click();
  await page.getByText('too early', { exact: true }).waitFor();
  await page.getByText('at entry', { exact: true }).waitFor();
  const noted = () =>
    user.ask<{ trade: { version: number; notes: string; tags: string[] } }>(
      `{ trade(id: "${id}") { version notes tags } }`,
    );
  expect((await noted()).trade).toMatchObject({ notes: 'too early', tags: ['plan', 'lesson'] });

  await page.getByRole('button', { name: 'Edit' }).click();
  const note = page.getByLabel('Note', { exact: true });
  await note.fill('x'.repeat(10_001));
  expect(await store.isDisabled()).toBe(true);
  await note.fill('mine');
  const { version } = (await noted()).trade;
  await user.ask(
    `mutation { annotateTrade(id: "${id}", expectedVersion: ${version}, notes: "theirs") { id } }`,
  );
  await store.click();
  const conflict = page.getByRole('dialog', { name: /^Someone was faster/ });
  const cells = conflict.getByRole('row', { name: /^Note/ }).getByRole('cell');
  await conflict.waitFor();
  expect(await cells.allTextContents()).toEqual(['Note', 'too early', 'theirs', 'mine']);
  expect((await noted()).trade.notes).toBe('theirs');
  await conflict.getByRole('button', { name: /^Store mine over version/ }).click();
  await conflict.waitFor({ state: 'detached' });
  expect((await noted()).trade.notes).toBe('mine');
});
