import type { TradingMode } from '../../domain/mode.ts';
import { fieldTool } from '../field-tool.ts';
import { READS } from '../kinds.ts';
import type { MakeTool } from '../tool.ts';

type Stage = 'BACKTEST' | 'PAPER' | 'SMALL_REAL' | 'FULL_REAL';

interface Answer {
  readonly told: { readonly from: Stage };
  readonly paper: { readonly simulated: boolean };
}

/** The book whose trades are the evidence; null on the lowest rung, where a backtest is. */
const EVIDENCE: Readonly<Record<Stage, TradingMode | null>> = {
  BACKTEST: null,
  PAPER: 'PAPER',
  SMALL_REAL: 'REAL',
  FULL_REAL: 'REAL',
};

export const promotion: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...READS,
    name: 'promotion',
    title: 'Whether a strategy may be promoted',
    ...{ operation: 'query', field: 'promotion' },
    note: 'Only a person promotes, on the dashboard.',
    select: `{ strategyId from to verdict since trades tradesNeeded falsePromotionPct
      gates { rule verdict actual limit message } }`,
    beside: 'paper: systemStatus(mode: PAPER) { simulated }',
    tell: ({ told, paper }) => {
      const mode = EVIDENCE[told.from];
      // A backtest's fills are simulated whatever its data.
      const simulated = mode === null || (mode === 'PAPER' && paper.simulated);
      return { mode, ageSeconds: null, simulated, data: told };
    },
  });
