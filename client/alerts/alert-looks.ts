import type { Severity } from '../gql/graphql.ts';
import type { IconName } from '../ui/icons.ts';

export const RANK: Record<Severity, number> = { CRITICAL: 0, WARNING: 1, INFO: 2 };

const KINDS: readonly [RegExp, IconName][] = [
  [/unknown/i, 'question'],
  [/stop|protect|exit/i, 'shield'],
  [/review/i, 'eye'],
  [/stale|mark|price/i, 'clock'],
  [/reject|refus|fail/i, 'cross'],
  [/switch|halt/i, 'power'],
];

export function alertIcon(kind: string): IconName {
  return KINDS.find(([pattern]) => pattern.test(kind))?.[1] ?? 'bell';
}

/** NO_STOP as `No stop`. */
export function kindName(kind: string): string {
  const plain = kind.replaceAll('_', ' ').toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
