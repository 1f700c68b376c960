import { setTimeout as wait } from 'node:timers/promises';
import { DashboardRoom } from '../live/dashboard-room.ts';
import { fillDesk, type LiveDesk, type LiveSource } from '../live/live-desk.ts';
import type { MakeHome } from '../live/live-home.ts';
import { Dice } from './dice.ts';
import type { Held } from './evidence.ts';
import { PatientClient } from './patient-client.ts';
import { promisesOf, type Kept } from './promises.ts';
import { TIMES, type SoakPlan } from './soak-plan.ts';
import { SoakServer } from './soak-server.ts';
import { SoakTraders } from './soak-traders.ts';
import { Tickets } from './tickets.ts';

export interface Soaked {
  readonly plan: SoakPlan;
  readonly promises: readonly Kept[];
  readonly server: SoakServer;
  readonly traders: SoakTraders;
  readonly client: PatientClient;
  readonly faults: { readonly cuts: number; readonly stalls: number };
  /** The number of connections of all dashboards together. */
  readonly sockets: number;
  readonly held: Held;
}

/** Trades on a filled desk while things go wrong, and checks the promises afterwards. */
export async function soak(
  build: string,
  makeHome: MakeHome,
  source: LiveSource,
  plan: SoakPlan,
  tell: (words: string) => void = () => undefined,
): Promise<Soaked> {
  const home = await makeHome();
  try {
    const fill = { users: plan.users, open: plan.open, watched: 0, closed: 0 };
    tell(`Filling a book of ${plan.users} × ${plan.open} open trades`);
    const desk = await fillDesk(home, source, fill);
    const server = new SoakServer(build, desk, plan.env, plan.comparedWithinMs);
    try {
      tell('Starting the server, until each account is compared');
      await server.start();
      const room = await DashboardRoom.open(server.url, viewersOf(desk, plan));
      try {
        return await soaked({ build, source, desk, server, room, plan, tell });
      } finally {
        await room.close();
      }
    } finally {
      await server.close();
    }
  } finally {
    await home.remove();
  }
}

/** The viewers, each from the end of the filled log on: all later events must reach them. */
function viewersOf({ users }: LiveDesk, { dashboards, greedy }: SoakPlan) {
  return users.slice(0, dashboards).map(({ token, filled: { cursor } }, at) => ({
    ...{ token, after: cursor, copies: at % greedy.every === 0 ? greedy.copies : 1 },
  }));
}

interface Parts {
  readonly build: string;
  readonly source: LiveSource;
  readonly desk: LiveDesk;
  readonly server: SoakServer;
  readonly room: DashboardRoom;
  readonly plan: SoakPlan;
  /** Called with what happens next, in words. */
  readonly tell: (words: string) => void;
}

async function soaked(parts: Parts): Promise<Soaked> {
  const { desk, server, room, plan, tell } = parts;
  const dice = new Dice(plan.seed);
  const client = new PatientClient(server.url);
  const tickets = await Tickets.read(client, desk.users[0]!.token, dice);
  const traders = new SoakTraders(desk.users, client, tickets, dice, plan);
  tell('Trading');
  let isOver = false;
  const [, first, faults] = await Promise.all([
    traders.trade().finally(() => (isOver = true)),
    interrupt(server, plan, tell),
    disturb(room, plan, () => isOver),
    server.watch(plan.sampleEveryMs, () => isOver),
  ]);
  const held = { first, last: await server.held() };
  tell('Stopping, and starting for the last look');
  await server.restart('until the end');
  tell('Looking what became of the promises');
  const promises = await promisesOf({ ...parts, traders, client, held });
  const sockets = (await room.reports()).reduce((sum, each) => sum + each.sockets, 0);
  return { plan, promises, server, traders, client, faults, sockets, held };
}

/** Kills and freezes the server. Resolves to the bytes of the heap in use at the first look. */
async function interrupt(
  server: SoakServer,
  { lengthMs, freezeMs }: SoakPlan,
  tell: Parts['tell'],
): Promise<number> {
  const began = performance.now();
  const at = (share: number) => wait(Math.max(0, began + share * lengthMs - performance.now()));
  await at(TIMES.kill);
  tell('Killing the server');
  await server.kill();
  await at(TIMES.firstLook);
  const held = await server.held();
  for (const [nth, share] of TIMES.freezes.entries()) {
    await at(share);
    tell(`Freezing the server, ${nth + 1}`);
    await server.freeze(freezeMs, `before freeze ${nth + 1}`);
  }
  return held;
}

/** Cuts dashboards off, and stops the reading of some for a while. */
async function disturb(room: DashboardRoom, plan: SoakPlan, isOver: () => boolean) {
  const dice = new Dice(plan.seed + 1);
  const faults = { cuts: 0, stalls: 0 };
  const { cutEveryMs, stallEveryMs, longestStallMs, greedy } = plan;
  let stallsAt = performance.now() + stallEveryMs;
  while (!isOver()) {
    await wait(cutEveryMs);
    room.cut(dice.below(room.size), dice.below(3_000));
    faults.cuts += 1;
    if (performance.now() < stallsAt) continue;
    stallsAt += stallEveryMs;
    const any = dice.below(room.size);
    // Half of the stalls are at greedy dashboards, for which the most messages wait.
    room.stall(dice.oneIn(2) ? any : any - (any % greedy.every), dice.below(longestStallMs));
    faults.stalls += 1;
  }
  return faults;
}
