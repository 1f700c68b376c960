import type { UsagePartsFragment as Usage } from '../gql/graphql.ts';
import { venueName } from '../lib/venue-name.ts';

export interface Budget {
  readonly key: string;
  readonly name: string;
  /** `38 of 60 left this minute`; where the allowance is not known, the number of requests used. */
  readonly left: string;
  /** Used share of the allowance; null where the allowance is not known. */
  readonly share: number | null;
  readonly state: 'ok' | 'near' | 'over';
}

/** The budgets that prices are read with; orders and accounts have other budgets. */
const READS: ReadonlySet<string> = new Set(['READS', 'MARKET', 'requests']);
const NEAR = 0.9;

/** How many requests each source of prices still allows. */
export function budgetsOf(usages: readonly Usage[]): readonly Budget[] {
  const reads = usages.filter(({ counted }) => READS.has(counted));
  return reads.map((usage) => {
    const { provider, serverWide, used, allowance } = usage;
    const share = allowance === null || allowance === undefined ? null : shareOf(used, allowance);
    const isTwice = reads.some((each) => each.provider === provider && each !== usage);
    const whose = isTwice ? (serverWide ? ', the server’s' : ', your key') : '';
    return {
      ...{ key: `${provider} ${serverWide}`, name: `${venueName(provider)}${whose}` },
      ...{ left: leftOf(usage), share, state: stateOf(share ?? 0) },
    };
  });
}

function leftOf({ counted, used, allowance }: Usage): string {
  const period = counted === 'requests' ? 'this month' : 'this minute';
  const shown = (count: number) => count.toLocaleString('en-US');
  if (allowance === null || allowance === undefined) return `${shown(used)} asked ${period}`;
  return `${shown(Math.max(0, allowance - used))} of ${shown(allowance)} left ${period}`;
}

function shareOf(used: number, allowance: number): number {
  return allowance > 0 ? used / allowance : 1;
}

function stateOf(share: number): Budget['state'] {
  if (share >= 1) return 'over';
  return share >= NEAR ? 'near' : 'ok';
}
