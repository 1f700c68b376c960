import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getDistDirectory, renderAltair } from 'altair-static';
import express, { Router, type RequestHandler } from 'express';
import type { OurPlaces } from './our-places.ts';
import { nonceOf } from './page-nonce.ts';
import { PLAYGROUND_EXAMPLES } from './playground-examples.ts';
import { playgroundLine } from './playground-line.ts';

const WORDS = path.join(getDistDirectory(), 'assets', 'i18n');
/** Replaces the placeholder result, in which Altair's makers greet a friend. */
const NO_RESULT = 'Nothing was run yet: press Send Request, or Ctrl Enter.';

/** Serves Altair, with every file from here, and examples to begin with. */
export function playground(places: OurPlaces): RequestHandler {
  const router = Router();
  router.get('/', (request, response) => {
    if (!request.originalUrl.split('?', 1)[0]?.endsWith('/'))
      return response.redirect('/playground/');
    const nonce = nonceOf(response);
    const page = pageOf(places, request.headers.host ?? '', nonce);
    const line = playgroundLine(nonce, PLAYGROUND_EXAMPLES.length);
    return response.type('html').send(page.replace('</body>', () => `${line}</body>`));
  });
  router.get('/assets/i18n/:language.json', async (request, response, next) => {
    const { language } = request.params;
    if (!/^[\w-]+$/.test(language)) return next();
    const text = await readFile(path.join(WORDS, `${language}.json`), 'utf8').catch(() => null);
    if (text === null) return next();
    const words = { ...(JSON.parse(text) as object), QUERY_RESULT_NO_RESULT_TEXT: NO_RESULT };
    return response.json(words);
  });
  router.use(express.static(getDistDirectory(), { index: false }));
  return router;
}

function pageOf(places: OurPlaces, host: string, nonce: string): string {
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
