import { afterAll, beforeAll, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { JobReport } from '../../server/ports/job.ts';
import { aMark, anOpenTrade, anOrder, keep } from '../support/values/builders.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

const WATCH: JobReport = {
  ...{ name: 'watch-exits', lastRun: NOON, nextRun: null, lastError: null },
  ...{ runs: 1, skipped: 0, everySeconds: 7, late: false },
};
const id = 'paper_bare';
const ASK = `{ trade(id: "${id}") { protectionDetail {
  cause since watchedEverySeconds dataAgeSeconds dataDelaySeconds words } } }`;

let desk: ServedDesk;
let token: string;
let report: JobReport = WATCH;

beforeAll(async () => {
  desk = await servedDesk({ jobs: () => [report] });
  token = await desk.api.signUp('ada');
  const trade = anOpenTrade({
    ...{ id, username: 'ada', protection: 'WATCHED', unprotectedSince: NOON },
    bracket: { stopLoss: dec('1.00'), takeProfit: dec('2.00'), stopLimit: null },
    mark: aMark({ sourceTime: NOON, receivedAt: NOON }),
  });
  const stop = anOrder({
    ...{ id: `${id}-stop`, tradeId: id, role: 'STOP_LOSS', type: 'STOP', side: 'SELL_TO_CLOSE' },
    ...{ status: 'REJECTED', reason: 'No stops today.', limitPrice: null, stopPrice: dec('1.00') },
  });
  await desk.book.change('ada', (book) => keep(book, null, trade, [stop]));
});
afterAll(() => desk.close());

async function detail() {
  const { data } = await desk.api.ask(ASK, { token });
  return (data as unknown as { trade: { protectionDetail: object } }).trade.protectionDetail;
}

it('protection shows why no stop works at the venue, and how often and on what data the desk watches', async () => {
  desk.clock.set(new Date(NOON.getTime() + 40_000));
  expect(await detail()).toEqual({
    cause: 'REFUSED',
    since: NOON.toISOString(),
    watchedEverySeconds: 7,
    dataAgeSeconds: 40,
    dataDelaySeconds: 0,
    words: 'No stop is working at the venue: the venue refused the stop: No stops today.',
  });
});

it('protection shows that nobody acts while the watch does not run', async () => {
  report = { ...WATCH, late: true };
  expect(await detail()).toMatchObject({ cause: 'DESK_DOWN', watchedEverySeconds: null });
  report = WATCH;
});

it('protection shows that nobody acts under HALT_ALL', async () => {
  const halt = 'mutation { setKillSwitch(mode: PAPER, level: HALT_ALL) { killSwitch } }';
  expect((await desk.api.ask(halt, { token })).errors).toEqual([]);
  expect(await detail()).toMatchObject({ cause: 'HALTED', watchedEverySeconds: null });
});
