import 'reflect-metadata';
import {
  lexicographicSortSchema,
  OperationTypeNode,
  printSchema,
  type GraphQLSchema,
} from 'graphql';
import { buildSchema, type NonEmptyArray, type PubSub } from 'type-graphql';
import { AccountResolver } from './account/account.resolver.ts';
import { ApiTokensResolver } from './account/api-tokens.resolver.ts';
import { AccountUseResolver } from './book/account-use.resolver.ts';
import { AlertsResolver } from './alerts/alerts.resolver.ts';
import { BookResolver } from './book/book.resolver.ts';
import { DailyPnlResolver } from './book/daily-pnl.resolver.ts';
import { FillComparisonResolver } from './book/fill-comparison.resolver.ts';
import { FillQualityResolver } from './book/fill-quality.resolver.ts';
import { HistoryResolver } from './book/history.resolver.ts';
import { ReconciliationResolver } from './book/reconciliation.resolver.ts';
import { JobsResolver } from './jobs/jobs.resolver.ts';
import { MarketResolver } from './market/market.resolver.ts';
import { SettingsResolver } from './settings/settings.resolver.ts';
import { StatusResolver } from './status/status.resolver.ts';
import { DoubtResolver } from './trade/doubt.resolver.ts';
import { ReviewResolver } from './trade/review.resolver.ts';
import { TradeCareResolver } from './trade/trade-care.resolver.ts';
import { TradeLogResolver } from './trade/trade-log.resolver.ts';
import { ProtectionResolver } from './trade/protection.resolver.ts';
import { TradePartsResolver } from './trade/trade-parts.resolver.ts';
import { TradesResolver } from './trade/trades.resolver.ts';
import { TradingResolver } from './trade/trading.resolver.ts';
import { VenueChangeResolver } from './trade/venue-change.resolver.ts';

const RESOLVERS: NonEmptyArray<new (...deps: never[]) => object> = [
  AccountResolver,
  AccountUseResolver,
  AlertsResolver,
  ApiTokensResolver,
  BookResolver,
  DailyPnlResolver,
  DoubtResolver,
  FillComparisonResolver,
  FillQualityResolver,
  HistoryResolver,
  JobsResolver,
  MarketResolver,
  ReconciliationResolver,
  ReviewResolver,
  SettingsResolver,
  StatusResolver,
  TradeCareResolver,
  TradeLogResolver,
  ProtectionResolver,
  TradePartsResolver,
  TradesResolver,
  TradingResolver,
  VenueChangeResolver,
];

/** type-graphql makes the three roots itself and has no place for what they mean. */
const ROOTS: Readonly<Record<OperationTypeNode, string>> = {
  query:
    'What is read: nothing here changes anything at the desk or a venue. Each answer that concerns trading names its book.',
  mutation:
    'What is changed: answered once its effect is durable. The same idempotencyKey with the same input is done once.',
  subscription:
    'What is pushed over a WebSocket (graphql-transport-ws) as it happens. A cursor resumes where a lost connection ended.',
};

/** Every subscription reads a stream of its own; type-graphql asks for a hub all the same. */
const NO_HUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('No subscription of ours has topics');
  },
};

/** The schema over resolvers that are built already; with none it can be printed, not asked. */
export async function createSchema(resolvers: readonly object[] = []): Promise<GraphQLSchema> {
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const schema = await buildSchema({
    resolvers: RESOLVERS,
    container: { get: (type: new () => object) => byClass.get(type) },
    pubSub: NO_HUB,
    validate: false,
    emitSchemaFile: false,
  });
  for (const operation of Object.values(OperationTypeNode)) {
    const root = schema.getRootType(operation);
    if (root) root.description = ROOTS[operation];
  }
  return schema;
}

/** The schema as text, sorted, so that a change of it reads as a change. */
export async function schemaText(): Promise<string> {
  const sorted = lexicographicSortSchema(await createSchema());
  return `# Written by \`npm run schema\`. Do not edit.\n\n${printSchema(sorted)}\n`;
}
