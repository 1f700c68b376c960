import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { OurPlaces } from './our-places.ts';
import { nonceSource } from './page-nonce.ts';

const SELF = "'self'";

/** Restricts what our pages may load and connect to: only us. */
export function securityHeaders(places: OurPlaces): RequestHandler {
  const forPages = helmetFor(places, [SELF]);
  // Altair starts by one inline script, which carries the page's nonce, and runs the user's own scripts.
  const forPlayground = helmetFor(places, [SELF, nonceSource, "'unsafe-eval'"]);
  return (request, response, next) => {
    const chosen = request.path.startsWith('/playground') ? forPlayground : forPages;
    chosen(request, response, next);
  };
}

type Source = string | typeof nonceSource;

function helmetFor(places: OurPlaces, scripts: Source[]) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [SELF],
        scriptSrc: scripts,
        workerSrc: [SELF, 'blob:'],
        // The chart sets its canvases' style from script.
        styleSrc: [SELF, "'unsafe-inline'"],
        fontSrc: [SELF, 'data:'],
        imgSrc: [SELF, 'data:', 'blob:'],
        // Older Safari does not count a WebSocket of the same host as self.
        connectSrc: [SELF, places.socketOrigin()],
        objectSrc: ["'none'"],
        baseUri: [SELF],
        formAction: [SELF],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: places.secure,
    // `no-referrer` would blank the Origin of some requests from our own pages.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  });
}
