import type { FillErrorsQuery, FillModel } from '../gql/graphql.ts';

type FillError = FillErrorsQuery['fillErrors'][number];
export type Distance = Pick<FillError, 'cents' | 'ofSpread' | 'refused'>;
export type ErrorsBy = 'SPREAD' | 'HOUR' | 'DTE';

export interface ErrorRow {
  /** The range; null for all fills. */
  readonly key: string | null;
  readonly of: ReadonlyMap<FillModel, Distance>;
}

/** The models in the order of the answer, and a row for all fills and for each range. */
export function errorTable(errors: readonly FillError[], by: ErrorsBy) {
  const all = errors.filter(({ dimension }) => dimension == null);
  const ranges: readonly (Distance & { model: FillModel; key: string })[] =
    by === 'SPREAD'
      ? all.flatMap(({ model, bySpread }) =>
          bySpread.map((part) => ({ ...part, model, key: part.spread })),
        )
      : errors.flatMap((error) =>
          error.dimension === by ? [{ ...error, key: error.key ?? '' }] : [],
        );
  const keys = [...new Set(ranges.map(({ key }) => key))];
  const rowOf = (key: string): ErrorRow => ({
    key,
    of: new Map(ranges.filter((each) => each.key === key).map((each) => [each.model, each])),
  });
  return {
    models: all.map(({ model, version }) => ({ model, version })),
    rows: [{ key: null, of: new Map(all.map((each) => [each.model, each])) }, ...keys.map(rowOf)],
  };
}
