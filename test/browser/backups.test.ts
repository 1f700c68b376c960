import { expect, it } from 'vitest';
import { useDashboard } from '../support/servers/dashboard.ts';
import { columnOf } from './screen.ts';

const dashboard = useDashboard();

const BROKEN = { message: 'Something broke', extensions: { code: 'INTERNAL' } };

interface WireBackup {
  readonly file: string;
  readonly cause: string;
  readonly stateHash: string;
}

it('an ADMIN sees the backups, makes one, and hears when none can be made', async () => {
  const admin = await dashboard().user('admin');
  const page = await dashboard().open('/safety', { token: admin.token });
  const pane = page.getByRole('region', { name: 'Backups' });
  const table = pane.getByRole('table');
  // The daily backup may be made at the same time, so only those that were asked for are counted.
  const asked = async () => {
    const causes = await columnOf(table, 'Why');
    return causes.filter((cause) => cause === 'asked for').length;
  };
  await pane.getByRole('button', { name: 'Back up now' }).click();
  await expect.poll(asked).toBe(1);
  const { backups } = await admin.ask<{ backups: WireBackup[] }>(
    '{ backups { file cause stateHash } }',
  );
  const { file, stateHash } = backups.find(({ cause }) => cause === 'ASKED')!;
  const row = table.getByRole('row').filter({ hasText: 'asked for' });
  const text = await row.textContent();
  expect(text).toContain(`${stateHash.slice(0, 4)}…${stateHash.slice(-4)}`);
  expect(text).toMatch(/not rehearsed yet|restored .*, same hash/);
  await row.getByTitle(file).waitFor();
  await pane.getByText(/^npm run restore -- \/.+\.ndjson\.gz$/).waitFor();

  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('createBackup')
      ? route.fulfill({ json: { errors: [BROKEN] } })
      : route.continue(),
  );
  await pane.getByRole('button', { name: 'Back up now' }).click();
  await pane.getByRole('alert').filter({ hasText: 'No backup was made.' }).waitFor();
  expect(await asked()).toBe(1);
});

it('another user sees no backups', async () => {
  const user = await dashboard().user();
  const page = await dashboard().open('/safety', { token: user.token });
  await page.getByRole('region', { name: 'Audit log' }).waitFor();
  expect(await page.getByRole('region', { name: 'Backups' }).count()).toBe(0);
});
