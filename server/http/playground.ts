import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type * as AltairStatic from 'altair-static';
import express, { Router, type RequestHandler } from 'express';
import type { OurPlaces } from './our-places.ts';
import { nonceOf } from './page-nonce.ts';
import { PLAYGROUND_EXAMPLES } from './playground-examples.ts';
import { playgroundLine } from './playground-line.ts';

type Altair = Pick<typeof AltairStatic, 'getDistDirectory' | 'renderAltair'>;

/** Replaces the placeholder result, in which Altair's makers greet a friend. */
const NO_RESULT = 'Nothing was run yet: press Send Request, or Ctrl Enter.';

/** Serves Altair, with every file from here, and examples to begin with. It is loaded when first asked for. */
export function playground(places: OurPlaces): RequestHandler {
  let router: Promise<RequestHandler> | null = null;
  return async (request, response, next) => {
    router ??= import('altair-static').then((altair) => serving(altair, places));
    (await router)(request, response, next);
  };
}

function serving(altair: Altair, places: OurPlaces): RequestHandler {
  const words = path.join(altair.getDistDirectory(), 'assets', 'i18n');
  const router = Router();
  router.get('/', (request, response) => {
    if (!request.originalUrl.split('?', 1)[0]?.endsWith('/'))
      return response.redirect('/playground/');
    const nonce = nonceOf(response);
    const page = pageOf(altair, places, { host: request.headers.host ?? '', nonce });
    const line = playgroundLine(nonce, PLAYGROUND_EXAMPLES.length);
    return response.type('html').send(page.replace('</body>', () => `${line}</body>`));
  });
  router.get('/assets/i18n/:language.json', async (request, response, next) => {
    const { language } = request.params;
    if (!/^[\w-]+$/.test(language)) return next();
    const text = await readFile(path.join(words, `${language}.json`), 'utf8').catch(() => null);
    if (text === null) return next();
    const known = { ...(JSON.parse(text) as object), QUERY_RESULT_NO_RESULT_TEXT: NO_RESULT };
    return response.json(known);
  });
  router.use(express.static(altair.getDistDirectory(), { index: false }));
  return router;
}

function pageOf(
  { renderAltair }: Altair,
  places: OurPlaces,
  { host, nonce }: { readonly host: string; readonly nonce: string },
): string {
  // Altair does not accept a URL without a host.
  const ours = {
    endpointURL: `${places.originAt(host)}/graphql`,
    subscriptionsEndpoint: `${places.socketOrigin(host)}/graphql`,
    initialSubscriptionRequestHandlerId: 'graphql-ws' as const,
  };
  return renderAltair({
    baseURL: '/playground/',
    ...ours,
    initialWindows: PLAYGROUND_EXAMPLES.map(({ name, query, variables }) => ({
      ...ours,
      initialName: name,
      initialQuery: query,
      initialVariables: JSON.stringify(variables ?? {}, null, 2),
    })),
    cspNonce: nonce,
    disableAccount: true,
    // An older playground of ours left outdated URLs in browsers.
    instanceStorageNamespace: 'twinbook_',
    initialSettings: {
      language: 'en-US',
      'schema.reloadOnStart': true,
      'banners.disable': true,
      'alert.disableUpdateNotification': true,
    },
  });
}
