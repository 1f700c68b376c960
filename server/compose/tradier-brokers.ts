import type { SqlLearnedVenueRules } from '../adapters/database/desk/sql-learned-venue-rules.ts';
import { TokenBrokers } from '../adapters/routing/token-brokers.ts';
import type { TradierCredentials } from '../adapters/routing/tradier-credentials.ts';
import { AccountAnswers } from '../adapters/tradier/account-answers.ts';
import { TradierBroker, type TradierVenue } from '../adapters/tradier/tradier-broker.ts';
import type { TradierClient } from '../adapters/tradier/tradier-client.ts';
import type { Shared } from './shared.ts';

interface Parts {
  readonly venue: TradierVenue;
  readonly clientOf: (token: string) => TradierClient;
  readonly credentials: Pick<TradierCredentials, 'access' | 'tokens'>;
  readonly lessons: SqlLearnedVenueRules;
}

/** The accounts at one of Tradier's environments to which a stored token has access. */
export function tradierBrokers(
  { venue, clientOf, credentials, lessons }: Parts,
  { clock, log }: Pick<Shared, 'clock' | 'log'>,
): TokenBrokers {
  const answers = new AccountAnswers(clientOf, clock);
  return new TokenBrokers({
    tokens: (username) => credentials.tokens(username),
    named: async (username) => {
      const { token, account } = (await credentials.access(username)) ?? {};
      return token && account ? { token, account } : null;
    },
    answer: (token, account) => answers.of(token, account),
    make: async (token, account) =>
      new TradierBroker(clientOf(token), {
        ...{ account, venue, clock },
        onTurnedAway: (words) => answers.refused(token, account, words),
        lessons: await lessons.of(venue, account),
        onVenueRule: (lesson, words) =>
          lessons
            .learn({ venue, account, lesson, words, at: clock.now() })
            .catch((error: unknown) =>
              log.warn('A venue’s refusal was not kept', { lesson, error }),
            ),
      }),
  });
}
