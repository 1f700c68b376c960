import type { TradingMode } from '../../domain/mode.ts';
import { VENUES, type VenueName } from '../../domain/venue.ts';
import { fieldTool } from '../field-tool.ts';
import { READS } from '../kinds.ts';
import type { MakeTool } from '../tool.ts';
import { oldest, type Aged } from '../told.ts';
import { PRICE } from './fields.ts';

interface Explained {
  readonly mode: TradingMode | null;
  readonly story: { readonly trade: { readonly venue: VenueName; readonly mark: Aged } } | null;
}

const QUESTION = '{ question why instead }';

export const explain: MakeTool = (deps) =>
  fieldTool<{ readonly told: Explained }>(deps, {
    ...READS,
    name: 'explain',
    title: 'What a figure means, or what became of a trade',
    ...{ operation: 'query', field: 'explain' },
    select: `{ topic kind mode title text
      terms { name title group meaning unit formula saysNot related }
      story { trade { id symbol status phase side quantity openQuantity venue netPnl mark { ${PRICE} } }
        steps { sequence at by type meaning message lines secondsSince changes { field before after } }
        earlier openQuestions ${QUESTION} }
      unanswerable ${QUESTION} }`,
    paged: { by: 'skip', list: 'terms' },
    tell: ({ told }) => ({
      mode: told.mode,
      ageSeconds: oldest([told.story?.trade.mark ?? null]),
      simulated: told.story !== null && VENUES[told.story.trade.venue].simulated,
      data: told,
    }),
  });
