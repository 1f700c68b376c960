import { fieldTool } from '../field-tool.ts';
import { READS } from '../kinds.ts';
import type { MakeTool } from '../tool.ts';
import { BESIDE_BOOK, toldOfBook, type BesideBook } from '../told.ts';
import { ESTIMATE, PAGE, STATS } from './fields.ts';

type Answer = BesideBook & { readonly told: unknown };

export const stats: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...READS,
    name: 'stats',
    title: 'Statistics of closed trades',
    ...{ operation: 'query', field: 'stats' },
    select: `{ ${STATS} sharpe sortino calmar sharpeEstimate ${ESTIMATE}
      byClose { reason count pnl }
      ai { n brier baseBrier baseRate lift calibration { bucket n predicted observed low high } }
      segments { dimension key stats { ${STATS} } } }`,
    beside: BESIDE_BOOK,
    paged: { by: 'skip', list: 'segments' },
    tell: toldOfBook,
  });

export const drift: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...READS,
    name: 'drift',
    title: 'Drift of strategies’ trades from their references',
    ...{ operation: 'query', field: 'drift' },
    select: `{ reference trades awaiting unknown actual expected total causes { cause amount trades }
      rows(first: $first, after: $after) {
        nodes { id tradeId symbol at actual expected awaiting problem causes { cause amount trades } } ${PAGE} } }`,
    inner: ['DriftReport', 'rows'],
    beside: BESIDE_BOOK,
    paged: { by: 'after', list: 'rows' },
    tell: toldOfBook,
  });
