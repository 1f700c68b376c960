import path from 'node:path';
import { getDistDirectory, renderAltair } from 'altair-static';
import express, { Router, type RequestHandler } from 'express';
import { PLAYGROUND_EXAMPLES } from './playground-examples.ts';

/** The built dashboard: hashed files for ever, and its first page for every route of its own. */
export function dashboard(directory: string): RequestHandler {
  const router = Router();
  const index = path.join(directory, 'index.html');
  router.use(
    '/assets',
    express.static(path.join(directory, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use(express.static(directory, { index: false, cacheControl: false }));
  router.get('/{*route}', (request, response, next) => {
    // A file that is not there is not a page of the dashboard.
    if (path.extname(request.path) !== '' || request.path.startsWith('/assets/')) return next();
    response.set('Cache-Control', 'no-cache').sendFile(index, { cacheControl: false });
  });
  return router;
}

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
      disableAccount: true,
      initialSettings: { 'banners.disable': true, 'alert.disableUpdateNotification': true },
    });
    return response.type('html').send(page);
  });
  router.use(express.static(getDistDirectory(), { index: false }));
  return router;
}
