import type { AddressInfo, Server } from 'node:net';

/** A database's URL with this listening proxy in the place of its server, whose own socket it no longer names. */
export function urlOfProxy(url: string, proxy: Server): string {
  const near = new URL(url);
  near.search = '';
  near.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  return near.href;
}
