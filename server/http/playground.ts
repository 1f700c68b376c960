import { getDistDirectory, renderAltair } from 'altair-static';
import express, { Router, type RequestHandler } from 'express';
import { nonceOf } from './page-nonce.ts';
import { PLAYGROUND_EXAMPLES } from './playground-examples.ts';

/** Altair, with every file from here, and examples to begin with. */
export function playground(socketUrl: (host: string) => string): RequestHandler {
  const router = Router();
  router.get('/', (request, response) => {
    if (!request.originalUrl.split('?', 1)[0]?.endsWith('/'))
      return response.redirect('/playground/');
    const places = {
      endpointURL: '/graphql',
      subscriptionsEndpoint: socketUrl(request.headers.host ?? ''),
      initialSubscriptionRequestHandlerId: 'graphql-ws' as const,
    };
    const page = renderAltair({
      baseURL: '/playground/',
      ...places,
      initialWindows: PLAYGROUND_EXAMPLES.map(({ name, query, variables }) => ({
        ...places,
        initialName: name,
        initialQuery: query,
        initialVariables: JSON.stringify(variables ?? {}, null, 2),
      })),
      cspNonce: nonceOf(response),
      disableAccount: true,
      initialSettings: { 'banners.disable': true, 'alert.disableUpdateNotification': true },
    });
    return response.type('html').send(page);
  });
  router.use(express.static(getDistDirectory(), { index: false }));
  return router;
}
