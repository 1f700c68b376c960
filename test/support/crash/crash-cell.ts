import { setTimeout as wait } from 'node:timers/promises';
import { exchangeDate, tradingDaysAfter } from '../../../server/domain/calendar/market-calendar.ts';
import { fillWhatMay } from './crash-acts.ts';
import { faultsOf, unprotectedReason } from './crash-checks.ts';
import { wordsOf, type CrashDesk, type Moment, type Scene } from './crash-desk.ts';
import type { Flow } from './crash-flow.ts';
import type { WireTrade } from '../servers/trader.ts';
import { until } from '../values/until.ts';

const STEP_MS = 100;
const FLOW_MS = 60_000;
const RECOVERY_MS = 60_000;
/** Time to recover without reconciling jobs: no job looks what became of an order, so more time is useless. */
const WITHOUT_MS = 6_000;
/** Time for what follows the last step visible from outside. */
const SETTLING_MS = 1_000;
const QUIET_LOOKS = 3;
/** Time from the end of a flow to the last thing that a job of the desk does about it. */
const LATER_MS = 5_000;
const TRIES = 3;

/**
 * Runs a flow to its end twice without a crash; returns the moments passed both times. A moment passed only
 * once belongs to the schedule, not to the flow.
 */
export async function momentsOf(desk: CrashDesk, flow: Flow): Promise<readonly Moment[]> {
  const again = (await passedBy(desk, flow)).map(wordsOf);
  const moments = (await passedBy(desk, flow)).filter((each) => again.includes(wordsOf(each)));
  return flow.from ? moments.slice(moments.findIndex(({ point }) => point === flow.from)) : moments;
}

async function passedBy(desk: CrashDesk, flow: Flow): Promise<readonly Moment[]> {
  const scene = await sceneOf(desk, flow);
  const ask = await flow.prepare(scene);
  await desk.rest();
  const before = desk.reached().length;
  await ask?.();
  await goOn(scene, flow.goesOn, flow.over, FLOW_MS);
  await desk.rest(SETTLING_MS);
  desk.heal();
  const passed = desk.reached().slice(before);
  return passed.map((point, index) => ({
    point,
    nth: passed.slice(0, index + 1).filter((each) => each === point).length,
  }));
}

/**
 * Ends the process at a moment of a flow, restarts it, and returns everything wrong afterwards. Null when the
 * moment belongs to a scheduled sync that came at another time in each of three runs.
 */
export async function crash(
  desk: CrashDesk,
  flow: Flow,
  moment: Moment,
  { reconciles = true }: { reconciles?: boolean } = {},
): Promise<string[] | null> {
  const { scene, ask, ended } = await ending(desk, flow, moment);
  if (!ended) return moment.point.startsWith('sync:') ? null : ['the process did not end there'];
  desk.stopTime();
  const meanwhile = flow.goesOn ?? fillWhatMay;
  meanwhile(scene);
  const before = looks(scene);
  desk.reconciles = reconciles;
  await desk.restart(scene.trader);
  const faults = await unprotectedAfterASync(scene, before, reconciles);
  const again = await ask?.().catch((error: unknown) => `same key again: ${String(error)}`);
  if (typeof again === 'string') faults.push(again);
  if (flow.afterwards && reconciles) await followUp(scene, flow);
  faults.push(...(await faultsAtLast(scene, flow, reconciles ? RECOVERY_MS : WITHOUT_MS)));
  if (!reconciles) await backToNormal(scene);
  return [...new Set(faults)];
}

/** Jobs come at their own time: a moment of one run may not occur in another. */
async function ending(desk: CrashDesk, flow: Flow, moment: Moment) {
  for (let tries = 1; ; tries += 1) {
    const scene = await sceneOf(desk, flow);
    const ask = await flow.prepare(scene);
    await desk.rest();
    desk.arm(moment);
    const answered = Promise.resolve(ask?.()).catch(() => undefined);
    const ended = await died(scene, flow, answered);
    desk.disarm();
    await answered;
    desk.heal();
    if (ended || tries === TRIES) return { scene, ask, ended };
  }
}

/** Does what the desk asks a person to do. */
async function followUp(scene: Scene, { goesOn, over, afterwards }: Flow): Promise<void> {
  await goOn(scene, goesOn, over, RECOVERY_MS);
  await afterwards?.(scene)();
}

async function sceneOf(desk: CrashDesk, { expires }: Flow): Promise<Scene> {
  if (!expires) return desk.scene();
  const day = tradingDaysAfter(exchangeDate(desk.now), 1);
  await desk.jumpTo(day, '12:00:00');
  return desk.scene(day);
}

/** False when the flow ended without reaching that moment. */
async function died(scene: Scene, { goesOn, over }: Flow, answered: Promise<unknown>) {
  let asked = false;
  void answered.then(() => (asked = true));
  const deadline = performance.now() + FLOW_MS;
  let ended = Infinity;
  while (performance.now() < Math.min(deadline, ended + LATER_MS)) {
    goesOn?.(scene);
    if (await scene.desk.server.endsWithin(STEP_MS)) return true;
    if (!asked || ended < Infinity) continue;
    const trade = await scene.trade().catch(() => undefined);
    if (trade && over(trade)) ended = performance.now();
  }
  return false;
}

/** How often the desk has read the list of this account's orders. */
function looks({ desk, account }: Scene): number {
  const of = desk.venue.requests.filter(({ route }) => route === 'GET /orders');
  return of.filter(({ parts }) => parts.account === account.id).length;
}

/** At the start, and after one sync, the position has its stop or its watch again. */
async function unprotectedAfterASync(scene: Scene, before: number, reconciles: boolean) {
  const found = await until(
    'two looks at the venue',
    async () => {
      const enough = !reconciles || looks(scene) > before + 2;
      const why = unprotectedReason(scene, await scene.trade());
      return (why === null || enough) && { why };
    },
    { within: RECOVERY_MS },
  );
  return found.why === null ? [] : [found.why];
}

/** Faults must go away, and what is under way may arrive, within the time for recovery. */
async function faultsAtLast(scene: Scene, flow: Flow, within: number): Promise<string[]> {
  const deadline = performance.now() + within;
  for (let quiet = 0; ;) {
    (flow.goesOn ?? fillWhatMay)(scene);
    const faults = await faultsOf(scene, flow);
    quiet = faults.length === 0 ? quiet + 1 : 0;
    if (quiet === QUIET_LOOKS || performance.now() > deadline) return faults;
    await wait(SETTLING_MS / 2);
  }
}

async function goOn(
  scene: Scene,
  act: ((scene: Scene) => void) | undefined,
  over: (trade: WireTrade) => boolean,
  within: number,
): Promise<void> {
  const look = async () => {
    act?.(scene);
    const trade = await scene.trade();
    return trade !== undefined && over(trade);
  };
  await until('the end of the flow', look, { within, every: STEP_MS });
}

async function backToNormal({ desk, trader }: Scene): Promise<void> {
  desk.reconciles = true;
  await desk.server.kill9();
  await desk.restart(trader);
}
