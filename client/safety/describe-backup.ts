import type { BackupPartsFragment } from '../gql/graphql.ts';
import { dayAndTime } from '../lib/times.ts';
import type { IconName } from '../ui/icons.ts';

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** A size such as “7.4 MB”, where 1 MB is 1,000 kB. */
export function sizeName(bytes: number): string {
  let amount = bytes / 1000;
  let at = 0;
  while (amount >= 999.5 && at < UNITS.length - 1) {
    amount /= 1000;
    at += 1;
  }
  return `${amount < 10 ? amount.toFixed(1) : amount.toFixed(0)} ${UNITS[at]}`;
}

/** “e41c…90aa” */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-4)}`;
}

/** What is known of whether a backup can be restored; `lit` when a person has to act. */
export function rehearsalOf(
  { rehearsal }: Pick<BackupPartsFragment, 'rehearsal'>,
  zone: string,
): { readonly glyph: IconName; readonly text: string; readonly lit: boolean } {
  if (!rehearsal) return { glyph: 'waiting', text: 'not rehearsed yet', lit: false };
  const { at, passed, finding } = rehearsal;
  if (!passed) return { glyph: 'cross', text: `cannot be restored: ${finding}`, lit: true };
  return { glyph: 'ok', text: `restored ${dayAndTime(at, zone)}, same hash`, lit: false };
}
