import { fieldTool } from '../field-tool.ts';
import { READS, writes, writesPaper } from '../kinds.ts';
import { Refused } from '../refused.ts';
import type { Arguments, MakeTool } from '../tool.ts';
import { toldOfNone, toldOfPaper } from '../told.ts';
import { STRATEGY } from './fields.ts';

interface Answer {
  readonly told: unknown;
}

export const strategies: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...READS,
    name: 'strategies',
    title: 'Strategies',
    ...{ operation: 'query', field: 'strategies' },
    note: 'Covers both books: each run names its book.',
    select: STRATEGY,
    paged: { by: 'skip' },
    tell: ({ told }) => toldOfNone(told),
  });

export const strategyKinds: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...READS,
    name: 'strategy_kinds',
    title: 'Kinds of strategies',
    ...{ operation: 'query', field: 'strategyKinds' },
    note: 'The answer includes the parameters that save_strategy takes.',
    select: '{ kind title description assetClasses parameters version own error }',
    paged: { by: 'skip' },
    tell: ({ told }) => toldOfNone(told),
  });

export const saveStrategy: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...writes({}),
    name: 'save_strategy',
    title: 'Save a strategy',
    ...{ operation: 'mutation', field: 'saveStrategy' },
    note: 'The strategy is not started.',
    select: STRATEGY,
    tell: ({ told }) => toldOfNone(told),
  });

/** Only people start and stop strategies in REAL; these tools do so in PAPER alone. */
const PAPER_ONLY = {
  narrowed: { mode: { type: 'string', enum: ['PAPER'], description: 'PAPER, the only one here.' } },
  check: ({ mode }: Arguments) => {
    if (mode !== undefined && mode !== 'PAPER') {
      throw new Refused('FORBIDDEN', 'Strategies run in PAPER alone here', { field: 'mode' });
    }
  },
  select: STRATEGY,
  fixed: { mode: 'PAPER' },
} as const;

export const startStrategy: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...{ ...writesPaper({ idempotentHint: true }), ...PAPER_ONLY },
    name: 'start_strategy',
    title: 'Start a strategy in PAPER',
    ...{ operation: 'mutation', field: 'startStrategy' },
    description:
      'Lets a strategy run in PAPER: it is handed each new bar, and trades on its own. Starting it again changes nothing. Only a person promotes it or runs anything with real money.',
    tell: ({ told }, _args, caller) => toldOfPaper(told, caller),
  });

export const stopStrategy: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...{ ...writesPaper({ idempotentHint: true }), ...PAPER_ONLY },
    name: 'stop_strategy',
    title: 'Stop a strategy in PAPER',
    ...{ operation: 'mutation', field: 'stopStrategy' },
    description:
      'Stops a strategy in PAPER: pending entries are canceled, and open trades keep their exits. Nothing happens if it does not run.',
    tell: ({ told }, _args, caller) => toldOfPaper(told, caller),
  });
