import { describe, expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';

/** A server beside others takes its time. */
const PATIENT = { timeout: 60_000 };
/** A simulated mint that no chain has; LOOK_ALIKE has the same ticker. */
const KORU = 'vuix94EBUaoLCHN3SGXgntVuzsbqXsHHTJwyvoAivFj';
const LOOK_ALIKE = '6bg5ELvW6FZPaf9q7HnA3xXmRdDQhkTcFuWRL2mtRrET';

const dashboard = useDashboard(() => ({
  ...{ TEST_CLOCK: '2026-03-18T15:00:00Z', TOKEN_PRICE_SECONDS: '1' },
  // No server listens there, so sources are silent for users who are no demo.
  ...{ JUPITER_URL: 'http://127.0.0.1:9', DEXSCREENER_URL: 'http://127.0.0.1:9' },
}));

let shared: Promise<string> | undefined;

/** One demo for all tests, because replaying its last days takes time. */
async function demo(address: string, width = 1440) {
  const token = await (shared ??= dashboard().demo());
  return dashboard().open(address, { token, width });
}

describe('Prices', () => {
  it('shows a demo its first tokens, and that their prices become good for everything', async () => {
    const page = await demo('/portfolio');
    await page.getByRole('link', { name: 'Prices' }).first().click();
    const tokens = page.getByRole('region', { name: 'Tokens' }).getByRole('link');
    await expect.poll(() => tokens.count(), PATIENT).toBe(3);
    const verdicts = page.getByRole('complementary', { name: 'Judgement' });
    await expect.poll(() => verdicts.textContent(), PATIENT).toMatch(/Entry\s*allowed/);
    const tables = page.getByRole('region', { name: 'Sources' }).getByRole('table');
    const sources = tables.first().getByRole('row');
    const accepted = async () =>
      (await sources.allTextContents()).slice(1).map((row) => row.includes('accepted'));
    await expect.poll(accepted, PATIENT).toEqual([true, true, true]);
    const pools = page.getByRole('region', { name: 'Pools' }).getByRole('row');
    await expect
      .poll(() => pools.allTextContents(), PATIENT)
      .toContainEqual(expect.stringMatching(/orca.*against USDC.*counts/s));
  });

  it('compares the quotes of the options that are held, and says what they come to', async () => {
    const page = await demo('/prices');
    const panel = page.getByRole('region', { name: 'Option quotes' });
    const rows = panel.getByRole('row');
    await expect
      .poll(() => rows.allTextContents(), PATIENT)
      .toContainEqual(expect.stringMatching(/[A-Z]+ \d+(\.\d+)? [CP].*\d × \d/s));
    await expect
      .poll(() => rows.allTextContents(), PATIENT)
      .toContainEqual(expect.stringContaining('one source, none to compare'));
    await panel.getByRole('button', { name: 'Compare again' }).click();
    await panel.getByText('as of').waitFor();
    const wider = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(wider).toBe(0);
    }
  });

  it('tells look-alikes apart by their mints, and says what speaks against one', async () => {
    const page = await demo('/prices', 390);
    await page.getByLabel('Watch a token').fill('moss');
    const matches = page.getByRole('list', { name: 'Tokens that match' }).getByRole('button');
    await expect.poll(() => matches.count(), PATIENT).toBe(2);
    await matches.filter({ hasText: LOOK_ALIKE }).click();
    await page.waitForURL(`**/prices/${LOOK_ALIKE}`);
    const judgement = page.getByRole('complementary', { name: 'Judgement' });
    await expect.poll(() => judgement.textContent(), PATIENT).toMatch(/new units|freeze/);
    await expect.poll(() => page.locator('code').first().textContent(), PATIENT).toBe(LOOK_ALIKE);
  });

  it('refuses a text that is no mint beside its field, and keeps what was typed', async () => {
    const page = await demo('/prices');
    await page.getByLabel('Watch a token').fill(KORU.toUpperCase());
    await page.getByRole('button', { name: 'Watch this mint' }).click();
    await page.getByText('32 bytes in base58').waitFor();
    expect(await page.getByLabel('Watch a token').inputValue()).toBe(KORU.toUpperCase());
  });

  it('refuses every action where no source answers, and says why', async () => {
    const user = await dashboard().user();
    const page = await dashboard().open('/prices', { token: user.token });
    await page.getByText('No token is watched yet').waitFor();
    await page.getByLabel('Watch a token').fill(KORU);
    await page.getByRole('button', { name: 'Watch this mint' }).click();
    await page.waitForURL(`**/prices/${KORU}`);
    const judgement = page.getByRole('complementary', { name: 'Judgement' });
    await expect.poll(() => judgement.getByText('refused').count(), PATIENT).toBe(4);
    await page.getByText('no price is believed').first().waitFor();
    const lately = page.getByRole('region', { name: 'Refused lately' }).getByRole('listitem');
    await expect
      .poll(() => lately.allTextContents(), PATIENT)
      .toContainEqual(expect.stringMatching(/Jupiter price.*did not answer/s));
  });
});
