import { expect, it } from 'vitest';
import { builtProgram } from '../live/live-server.ts';
import { importTable } from './import-table.ts';
import { measureImport, SMALL_IMPORT } from './measure-import.ts';

it('an import by a built server is measured beside a plain read of the same rows', async () => {
  const measured = await measureImport(await builtProgram(), { ...SMALL_IMPORT, rounds: 1 });
  expect(measured.rows).toBeGreaterThan(3_000);
  const [round] = measured.rounds;
  expect(round!.server.cpuMs).toBeGreaterThan(0);
  expect(importTable(measured)).toMatch(/\| more memory at its peak, MB \| [\d.]+ \|/);
}, 120_000);
