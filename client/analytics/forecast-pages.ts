import type { Client } from '@urql/svelte';
import { ForecastsDocument, type ForecastsQuery } from '../gql/graphql.ts';
import type { Link } from '../lib/link.svelte.ts';
import { LivePages } from '../lib/live-pages.svelte.ts';
import type { ForecastRow } from './forecasts.ts';

/** Pages of forecasts: if `simulated`, those on prices that are made up here, else those on market prices. */
export function forecastPages(client: Client, link: Link, simulated: boolean) {
  return new LivePages<ForecastsQuery, never, ForecastRow>(client, link, {
    query: ForecastsDocument,
    variables: { simulated },
    size: 25,
    page: ({ forecasts }) => forecasts,
  });
}
