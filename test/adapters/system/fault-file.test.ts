import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { faultFile } from '../../../server/adapters/system/fault-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'twinbook-faults-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true, force: true });
});

it('the fault file ends the process at the arrival that it names, and records all arrivals', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const reach = faultFile(dir);
  reach('place: stored');
  writeFileSync(path.join(dir, 'CRASH_AT'), 'place: stored #2\n');
  reach('send: submitted');
  reach('place: stored');
  expect(kill).not.toHaveBeenCalled();
  reach('place: stored');
  expect(kill.mock.calls).toEqual([[process.pid, 'SIGKILL']]);
  const reached = readFileSync(path.join(dir, 'REACHED'), 'utf8').trim().split('\n');
  expect(reached).toHaveLength(4);
  expect(reached[1]).toBe('send: submitted');
});

it('the fault file counts anew for each order', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const reach = faultFile(dir);
  const at = (text: string) => writeFileSync(path.join(dir, 'CRASH_AT'), text);
  at('sync: looked #2');
  reach('sync: looked');
  at('sync: looked');
  reach('sync: looked');
  expect(kill).toHaveBeenCalledOnce();
});
