import type { SqlLearnedVenueRules } from '../adapters/database/desk/sql-learned-venue-rules.ts';
import { TokenBrokers } from '../adapters/routing/token-brokers.ts';
import type { UserCredentials } from '../adapters/routing/user-credentials.ts';
import { AccountAnswers } from '../adapters/tradier/account-answers.ts';
import { TradierBroker } from '../adapters/tradier/tradier-broker.ts';
import type { TradierClient } from '../adapters/tradier/tradier-client.ts';
import type { Shared } from './shared.ts';

const VENUE = 'TRADIER_SANDBOX';

interface Parts {
  readonly clientOf: (token: string) => TradierClient;
  readonly credentials: UserCredentials;
  readonly lessons: SqlLearnedVenueRules;
}

/** The accounts in Tradier's sandbox to which a stored token has access. */
export function sandboxBrokers(
  { clientOf, credentials, lessons }: Parts,
  { clock, log }: Pick<Shared, 'clock' | 'log'>,
): TokenBrokers {
  const answers = new AccountAnswers(clientOf, clock);
  return new TokenBrokers({
    tokens: (username) => credentials.tradierSandboxTokens(username),
    named: async (username) => {
      const { token, account } = (await credentials.tradierSandbox(username)) ?? {};
      return token && account ? { token, account } : null;
    },
    answer: (token, account) => answers.of(token, account),
    make: async (token, account) =>
      new TradierBroker(clientOf(token), {
        ...{ account, venue: VENUE, clock },
        onTurnedAway: (words) => answers.refused(token, account, words),
        lessons: await lessons.of(VENUE, account),
        onVenueRule: (lesson, words) =>
          lessons
            .learn({ venue: VENUE, account, lesson, words, at: clock.now() })
            .catch((error: unknown) =>
              log.warn('A venue’s refusal was not kept', { lesson, error }),
            ),
      }),
  });
}
