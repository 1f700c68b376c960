import type { SqlLearnedVenueRules } from '../adapters/database/desk/sql-learned-venue-rules.ts';
import type { SqlProviderUsage } from '../adapters/database/desk/sql-provider-usage.ts';
import type { TradierCredentials } from '../adapters/routing/tradier-credentials.ts';
import type { TradierVenue } from '../adapters/tradier/tradier-broker.ts';
import type { SharedConfig } from '../config/shared-config.ts';

/** One of Tradier's environments, and whose credentials reach it. */
export interface TradierSide {
  readonly venue: TradierVenue;
  /** The name for people to read. */
  readonly name: string;
  /** What marks come from where a user has a token for it; its name for people. */
  readonly marks: { readonly name: string; readonly orats: SharedConfig['orats'] };
  readonly url: string;
  readonly credentials: TradierCredentials;
  readonly lessons: SqlLearnedVenueRules;
  readonly usage: SqlProviderUsage;
}
