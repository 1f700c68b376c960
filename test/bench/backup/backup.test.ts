import { expect, it } from 'vitest';
import { databases } from '../../support/databases/databases.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { liveThrough } from '../fill/lived-desk.ts';
import { programAt } from '../program.ts';
import { backupTable } from './backup-table.ts';
import { measureBackup } from './measure-backup.ts';

const PATIENCE_MS = 240_000;

it.each(databases())(
  'a backup and its rehearsal are measured on %s',
  async (_name, open) => {
    const lived = await liveThrough(await programAt(), NOON);
    const [desk, paper, real] = [await open(), await open(), await open()];
    const addresses = { desk: desk.address, paper: paper.address, real: real.address };
    const cases = await measureBackup(addresses, lived, 3_000);
    expect(await paper.knex('snapshots').count({ count: '*' })).toEqual([{ count: 3_000 }]);
    expect(backupTable(cases).split('\n')).toHaveLength(2 + cases.length);
    for (const { cost, fileBytes } of cases) {
      expect(cost.wallMs).toBeGreaterThan(0);
      expect(fileBytes).toBeGreaterThan(1_000);
    }
    for (const each of [desk, paper, real]) await each.close();
  },
  PATIENCE_MS,
);
