import { z } from 'zod';
import { asList, maybeNumber } from './tradier-envelope.ts';
import type { TradierClient } from './tradier-client.ts';
import { TradierFailure, type TradierFailureKind } from './tradier-failure.ts';

const word = z.coerce.string().nullish().catch(null);
const account = z.object({
  account_number: z.coerce.string().min(1),
  classification: word,
  type: word,
  status: word,
  option_level: maybeNumber.catch(null),
  day_trader: z.boolean().nullish().catch(null),
});

const profileReply = z.object({
  profile: z.object({ account: z.preprocess(asList, z.array(account)) }),
});

/** One account of the token's owner. */
export interface TradierProfileAccount {
  readonly account: string;
  /** In words: its type, classification and option level, and that it is a pattern day trader. */
  readonly words: readonly string[];
  readonly active: boolean;
}

const SAYS_NO: ReadonlySet<TradierFailureKind> = new Set([
  'UNAUTHORIZED',
  'UNKNOWN_ORDER',
  'REFUSED',
]);

/** Like `tradierProfile`; null when the venue refuses the token. @throws {TradierFailure} without an answer */
export async function ownedAccounts(
  client: Pick<TradierClient, 'get'>,
): Promise<readonly TradierProfileAccount[] | null> {
  try {
    return await tradierProfile(client);
  } catch (error) {
    if (error instanceof TradierFailure && SAYS_NO.has(error.kind)) return null;
    throw error;
  }
}

/** `GET /user/profile`: the token's owner and accounts. @throws {TradierFailure} */
export async function tradierProfile(
  client: Pick<TradierClient, 'get'>,
): Promise<readonly TradierProfileAccount[]> {
  const { profile } = await client.get('/user/profile', profileReply);
  return profile.account.map((row) => ({
    account: row.account_number,
    words: [
      row.type?.toLowerCase(),
      row.classification?.replaceAll('_', ' '),
      row.option_level === null ? null : `option level ${row.option_level}`,
      row.day_trader ? 'pattern day trader' : null,
    ].filter((text): text is string => Boolean(text)),
    active: !row.status || row.status === 'active',
  }));
}
