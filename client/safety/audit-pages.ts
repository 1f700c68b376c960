import type { Client } from '@urql/svelte';
import { AuditLogDocument, TradesChangedDocument } from '../gql/graphql.ts';
import type { AuditLogQuery, TradesChangedSubscription, TradingMode } from '../gql/graphql.ts';
import type { Link } from '../lib/link.svelte.ts';
import { LivePages } from '../lib/live-pages.svelte.ts';

export type AuditLine = AuditLogQuery['auditLog']['nodes'][number];

export function auditPages(client: Client, link: Link, mode: TradingMode) {
  return new LivePages<AuditLogQuery, TradesChangedSubscription, AuditLine>(client, link, {
    query: AuditLogDocument,
    variables: { mode },
    size: 50,
    page: ({ auditLog }) => auditLog,
    push: { document: TradesChangedDocument, variables: { mode } },
    onPush: (_changed, askAgain) => askAgain(),
  });
}
