import type { FilterChoicesQuery } from '../gql/graphql.ts';

export interface FilterChoices {
  underlying: readonly string[];
  strategy: readonly string[];
  tag: readonly string[];
  aiModel: readonly string[];
}

/** The values by which the book's closed trades can be filtered. */
export function choicesOf(answer: FilterChoicesQuery | undefined): FilterChoices {
  const keys = (dimension: string) =>
    (answer?.stats.segments ?? [])
      .filter((segment) => segment.dimension === dimension && segment.key !== 'None')
      .map((segment) => segment.key);
  return {
    underlying: keys('UNDERLYING'),
    strategy: keys('STRATEGY'),
    tag: keys('TAG'),
    aiModel: keys('AI_MODEL'),
  };
}
