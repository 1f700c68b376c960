import type { UsagePartsFragment as Usage } from '../gql/graphql.ts';
import { dayName, dayOf } from '../lib/times.ts';

const BUCKETS: Readonly<Record<string, string>> = {
  STANDARD: 'account reads',
  MARKET: 'market data',
  TRADING: 'orders',
  READS: 'requests',
  CALLS: 'calls',
  SWAPS: 'swaps sent',
};

/** Providers that serve a server without a token. */
const KEYLESS: ReadonlySet<string> = new Set(['JUPITER', 'DEXSCREENER', 'SOLANA']);

/** `812 of 20,000 requests this month, until 1 Apr`; says when the server's token is used. */
export function describeUsage(usage: Usage, zone: string): string {
  const { provider, counted, used, allowance, putOff, resetsAt, serverWide } = usage;
  const bucket = BUCKETS[counted];
  const of = allowance == null ? '' : ` of ${allowance.toLocaleString('en-US')}`;
  const what = bucket ? `${bucket} this minute` : 'requests this month';
  const until = !bucket && resetsAt ? `, until ${dayName(dayOf(resetsAt, zone), false)}` : '';
  const unknown = !bucket && allowance == null ? '; the plan’s allowance is not known' : '';
  const waited = putOff > 0 ? `; ${putOff.toLocaleString('en-US')} delayed` : '';
  const whose = serverWide ? ` (the server’s${KEYLESS.has(provider) ? '' : ' token'})` : '';
  return `${used.toLocaleString('en-US')}${of} ${what}${until}${unknown}${waited}${whose}`;
}

/** True from nine tenths of the allowance on. */
export function isNearlySpent({ used, allowance }: Usage): boolean {
  return allowance != null && used >= 0.9 * allowance;
}
