import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { UserSettings } from '../domain/account/settings.ts';
import type { CurrentChecks } from '../domain/reconciliation/accept-differences.ts';
import type { SavedStrategy } from '../domain/strategy/saved-strategy.ts';
import type { Trade, TradeAggregate } from '../domain/trade/trade.ts';
import { reconciliationView } from './book/reconciliation-view.ts';
import { settingsView } from './settings/settings-view.ts';
import { strategyView } from './strategies/strategy-view.ts';
import { tradeView } from './trade/trade-view.ts';

/**
 * The object of a CONFLICT as the API shows it elsewhere. A trade has only the fields of `schema`, so no
 * internal field leaves the desk. Null for anything that is not an object of the API.
 */
export function currentView(current: unknown, schema: GraphQLSchema, now: Date): unknown {
  if (isAggregate(current)) return shownTrade(current.trade, schema, now);
  if (isTrade(current)) return shownTrade(current, schema, now);
  if (isChecks(current)) return reconciliationView(current.mode, current.checks);
  if (isStrategy(current)) return strategyView(current);
  return isSettings(current) ? settingsView(current) : null;
}

function shownTrade(trade: Trade, schema: GraphQLSchema, now: Date): object {
  const type = schema.getType('Trade') as GraphQLObjectType;
  const entries = Object.entries(tradeView(trade, now));
  return Object.fromEntries(entries.filter(([name]) => name in type.getFields()));
}

function isAggregate(value: unknown): value is TradeAggregate {
  return typeof value === 'object' && value !== null && 'trade' in value && 'orders' in value;
}

function isTrade(value: unknown): value is Trade {
  return typeof value === 'object' && value !== null && 'instrument' in value;
}

function isChecks(value: unknown): value is CurrentChecks {
  return typeof value === 'object' && value !== null && 'checks' in value;
}

function isStrategy(value: unknown): value is SavedStrategy {
  return typeof value === 'object' && value !== null && 'codeVersion' in value;
}

function isSettings(value: unknown): value is UserSettings {
  return typeof value === 'object' && value !== null && 'tradierSandbox' in value;
}
