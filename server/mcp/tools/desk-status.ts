import { fieldTool } from '../field-tool.ts';
import { READS } from '../kinds.ts';
import type { MakeTool } from '../tool.ts';
import { modeOf } from '../told.ts';

interface Answer {
  readonly told: { readonly simulated: boolean; readonly dataAgeSeconds: number | null };
}

/** The status without the phrase that arms real money: no tool accepts it. */
export const deskStatus: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...READS,
    name: 'desk_status',
    title: 'Status of the desk',
    ...{ operation: 'query', field: 'systemStatus' },
    select: `{ mode venue simulated clock testClock marketSession nextSessionChange sessionSource
      sessionUnconfirmed dataAgeSeconds armed armedUntil killSwitch ownKillSwitch deskHalt
      switchCauses { kind subject words since trippedAt endedAt } unknownOrders unprotectedTrades
      snapshotCompleteness { date expected taken gaps { from to cause count } } version }`,
    tell: ({ told }, args) => ({
      mode: modeOf(args),
      ageSeconds: told.dataAgeSeconds,
      simulated: told.simulated,
      data: told,
    }),
  });
