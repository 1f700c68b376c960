import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, inject, it } from 'vitest';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { liveThrough } from '../fill/lived-desk.ts';
import { jobTallies } from '../live/job-tallies.ts';
import { sqliteHome } from '../live/live-home.ts';
import { programAt } from '../program.ts';
import { differences } from './heard-events.ts';
import { isBroken } from './invariants.ts';
import { PatientClient } from './patient-client.ts';
import { wrongTrades } from './placed-keys.ts';
import { isBounded } from './promises.ts';
import { shortSoak } from './soak-plan.ts';
import { isKept, soakReport } from './soak-report.ts';
import { soak } from './soak.ts';
import { wrongTags } from './venue-tags.ts';

/** The work takes seconds, and far longer when other tests run too. */
const PATIENCE_MS = 240_000;

it(
  'keeps each promise through lost answers, cut sockets, freezes and a kill',
  async () => {
    const program = await programAt();
    const source = { program, lived: await liveThrough(program, NOON) };
    const soaked = await soak(inject('build'), sqliteHome, source, shortSoak(1));
    const report = soakReport(soaked);
    expect(
      soaked.promises.flatMap(({ promise, faults }) => faults.map((each) => [promise, each])),
    ).toEqual([]);
    expect(isKept(soaked)).toBe(true);
    expect(report).not.toContain('BROKEN');
    // Without trades, faults and looks, the promises would not have been tested.
    const { traders, client, faults, server, sockets, plan } = soaked;
    expect(traders.done.place).toBeGreaterThan(0);
    expect(client.lost).toBeGreaterThan(0);
    expect(faults.cuts).toBeGreaterThan(0);
    expect(sockets).toBeGreaterThan(plan.dashboards);
    expect(server.looks).toBeGreaterThan(0);
    expect(server.spans.slice(0, 4).map(({ name }) => name)).toEqual([
      ...['before the kill', 'before freeze 1', 'before freeze 2', 'until the end'],
    ]);
    const [heard] = soaked.promises;
    expect(Number.parseInt(heard!.seen)).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);

it.each([
  ['missed in between', [4, 5, 7], '3: event 7 where 6 belongs'],
  ['missed at the end', [4, 5], '2: event no more where 6 belongs'],
  ['doubled', [4, 5, 5, 6, 7], '5: event 5 where 6 belongs'],
  ['out of order', [4, 6, 5, 7], '4: event 6 where 5 belongs'],
  ['of another log', [3, 4, 5, 6, 7], '5: event 3 where 4 belongs'],
])('finds an event that was %s', (_, heard, told) => {
  expect(differences([4, 5, 6, 7], heard)).toEqual([`of 4 events heard ${told}`]);
});

it('finds no fault in events that were heard as they are, and later ones', () => {
  expect(differences([4, 5, 7], [4, 5, 7, 8])).toEqual([]);
  expect(differences([], [8])).toEqual([]);
});

it.each([
  ['taken once', 't1', true, ['t1'], []],
  ['taken twice', 't1', true, ['t1', 't2'], ['key: answered t1, has t1 and t2']],
  ['answered with another trade', 't1', true, ['t2'], ['key: answered t1, has t2']],
  ['lost', 't1', true, [], ['key: answered t1, has no trade']],
  ['refused', null, true, [], []],
  ['refused and taken', null, true, ['t1'], ['key: answered with a refusal, has t1']],
  ['never answered', null, false, [], ['key: never answered, 0 trades']],
])('judges a key that was %s', (_, tradeId, isAnswered, ids, faults) => {
  expect(wrongTrades({ key: 'key', tradeId, isAnswered }, ids)).toEqual(faults);
});

it('finds orders at the venue that are doubled, or that nobody sent', () => {
  const known = new Set(['a', 'b']);
  expect(wrongTags([{ tag: 'a' }, { tag: 'b' }], known)).toEqual([]);
  expect(wrongTags([{ tag: 'a' }, { tag: 'a' }], known)).toEqual(['a is there twice']);
  expect(wrongTags([{ tag: 'c' }, { tag: null }], known)).toEqual([
    ...["c is nobody's", "no tag is nobody's"],
  ]);
});

it.each([
  ['QUANTITY', 'HOLDS', false],
  ['QUANTITY', 'UNKNOWN', true],
  ['CASH', 'UNKNOWN', true],
  ['PNL', 'UNKNOWN', false],
  ['PNL', 'DIFFERS', true],
] as const)('judges %s that %s', (invariant, state, broken) => {
  expect(isBroken({ invariant, state })).toBe(broken);
});

it('bounds memory by what was held at first', () => {
  const mb = 1024 * 1024;
  expect(isBounded({ first: 200 * mb, last: 360 * mb })).toBe(true);
  expect(isBounded({ first: 200 * mb, last: 370 * mb })).toBe(false);
});

it('reads from the metrics which job fails', () => {
  const metrics = [
    'twinbook_job_runs{job="sync-orders"} 7',
    'twinbook_job_skipped{job="sync-orders"} 2',
    'twinbook_job_failing{job="sync-orders"} 1',
  ].join('\n');
  const failing = { name: 'sync-orders', runs: 7, skipped: 2, failing: true };
  expect(jobTallies(metrics)).toEqual([failing]);
});

it('sends a request again, the same, until it is answered, and remembers what was unforeseen', async () => {
  const error = (code: string) =>
    JSON.stringify({ errors: [{ message: code, extensions: { code } }] });
  const answers = ['', error('INTERNAL'), error('VENUE_UNAVAILABLE'), '{"data":{"done":true}}'];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const answer = answers[bodies.length] ?? '';
      bodies.push(Buffer.concat(parts).toString());
      if (answer === '') request.socket.destroy();
      else response.end(answer);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new PatientClient(`http://127.0.0.1:${port}`);
  expect(await client.ask('token', 'mutation { done }')).toMatchObject({ data: { done: true } });
  expect(bodies).toHaveLength(4);
  expect(new Set(bodies).size).toBe(1);
  expect([client.lost, client.unforeseen, client.neverAnswered]).toEqual([1, [answers[1]], 0]);
  expect(client.refusals.size).toBe(0);
  server.close();
});
