import { sum, type Decimal } from '../../domain/decimal.ts';
import type { Username } from '../../domain/ids.ts';
import type { LogSpan, ReplayRecord } from '../../ports/replay-record.ts';
import { recordedCourses } from './recorded-courses.ts';
import { whatIf } from './what-if.ts';
import {
  recordedOutcome,
  type Course,
  type Outcome,
  type Unknown,
  type WhatIf,
} from './what-if-outcome.ts';

/** What would have come out differently in a span. */
export interface WhatIfTold {
  /** A line for each trade that comes out differently or is unknown: as recorded, and as replayed. */
  readonly differing: readonly { readonly recorded: string; readonly replayed: string }[];
  /** Trades whose outcome is known both ways, and what they made. */
  readonly known: number;
  readonly recorded: Decimal;
  readonly replayed: Decimal;
  readonly unknown: number;
}

export async function tellWhatIf(
  record: ReplayRecord,
  username: Username,
  { span, asked }: { readonly span: LogSpan; readonly asked: WhatIf },
): Promise<WhatIfTold> {
  const courses = await recordedCourses(record, username, span);
  const told = courses.map((course) => ({
    ...{ course, recorded: recordedOutcome(course), replayed: whatIf(course, asked) },
  }));
  const known = told.flatMap(({ recorded, replayed }) =>
    'unknownFrom' in replayed ? [] : [{ recorded, replayed }],
  );
  const differing = told
    .map(({ course, recorded, replayed }) => ({
      recorded: `${nameOf(course)} ${words(recorded)}`,
      replayed: `${nameOf(course)} ${words(replayed)}`,
    }))
    .filter(({ recorded, replayed }) => recorded !== replayed);
  return {
    differing,
    known: known.length,
    recorded: sum(known.map(({ recorded }) => recorded.net)),
    replayed: sum(known.map(({ replayed }) => replayed.net)),
    unknown: told.length - known.length,
  };
}

function nameOf({ trade }: Course): string {
  return `${trade.id} ${trade.side} ${trade.instrument.symbol}`;
}

function words(outcome: Outcome | Unknown): string {
  if ('unknownFrom' in outcome)
    return `unknown from ${outcome.unknownFrom.toISOString()}: ${outcome.why}`;
  const { entry, exit, endedAt, how, net } = outcome;
  const price = (value: Decimal | null) => value?.toFixed() ?? '—';
  const end = endedAt ? ` at ${endedAt.toISOString()}` : '';
  return `entry ${price(entry)} exit ${price(exit)} ${how}${end}, net ${net.toFixed(2)}`;
}
