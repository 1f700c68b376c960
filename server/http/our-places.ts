import { isLoopback } from '../config/loopback.ts';

/**
 * Which `Host` and `Origin` are ours: the public URL's and this machine's own names. Any other belongs to
 * another site's page, or to one whose name was made to resolve to us.
 */
export class OurPlaces {
  readonly #publicUrl: URL;
  readonly #origins: ReadonlySet<string>;

  /** `port` is the one that the server listens on. */
  constructor(publicUrl: string, port: number) {
    this.#publicUrl = new URL(publicUrl);
    const names = ['localhost', '127.0.0.1', '[::1]'];
    const local = names.map((name) => new URL(`http://${name}:${port}`).origin);
    this.#origins = new Set([this.#publicUrl.origin, ...local]);
  }

  isHost(host: string | undefined): boolean {
    if (host === undefined) return false;
    if (host.toLowerCase() === this.#publicUrl.host) return true;
    return /^(\[[0-9a-f:]+\]|[^:/?#@[\]]+)(:\d+)?$/i.test(host) && isLoopback(hostname(host));
  }

  isOrigin(origin: string): boolean {
    return this.#origins.has(origin);
  }

  /** Our origin as browsers reach it by one of our hosts. Only the public host is encrypted; never bypasses it. */
  originAt(host: string): string {
    const isPublic = host.toLowerCase() === this.#publicUrl.host;
    return `${isPublic ? this.#publicUrl.protocol : 'http:'}//${host}`;
  }

  /** The origin at which browsers open our socket, by the host that they use. */
  socketOrigin(host = this.#publicUrl.host): string {
    return this.originAt(host).replace(/^http/, 'ws');
  }

  /** Whether browsers reach us encrypted. */
  get secure(): boolean {
    return this.#publicUrl.protocol === 'https:';
  }
}

function hostname(host: string): string {
  return host.replace(/:\d+$/, '');
}
