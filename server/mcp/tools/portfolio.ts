import { fieldTool } from '../field-tool.ts';
import { READS } from '../kinds.ts';
import type { MakeTool } from '../tool.ts';
import { BESIDE_BOOK, modeOf, oldest, type Aged, type BesideBook } from '../told.ts';
import { GREEKS, PRICE } from './fields.ts';

interface Answer extends BesideBook {
  readonly told: object;
  readonly positions: readonly { readonly mark: Aged }[];
}

export const portfolio: MakeTool = (deps) =>
  fieldTool<Answer>(deps, {
    ...READS,
    name: 'portfolio',
    title: 'Portfolio of one book',
    ...{ operation: 'query', field: 'portfolio' },
    note: 'The answer includes its positions, one per instrument.',
    select: `{ mode asOf connected cash equity deposits buyingPower realizedPnl openPnl dayPnl fees toStops
      withoutStop unmarked }`,
    beside: `positions(mode: $mode) { symbol assetClass ticker underlying quantity averagePrice costBasis
      unrealizedPnl tradeIds mark { ${PRICE} ${GREEKS} underlyingPrice } } ${BESIDE_BOOK}`,
    paged: { by: 'skip', list: 'positions' },
    tell: ({ told, positions, desk }, args) => ({
      mode: modeOf(args),
      ageSeconds: oldest(positions.map(({ mark }) => mark)),
      simulated: desk.simulated,
      data: { ...told, positions },
    }),
  });
