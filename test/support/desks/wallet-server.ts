import { startDesk, type RunningDesk } from '../../../server/compose.ts';
import { loadConfig } from '../../../server/config.ts';
import { DexscreenerEmulator } from '../../venues/dexscreener-emulator.ts';
import { startSolanaWorld, type SolanaWorld } from '../../venues/solana/solana-world.ts';
import { TradierEmulator } from '../../venues/tradier-emulator.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { ApiClient, type ApiAnswer } from '../servers/api-client.ts';
import type { ServerDatabase } from '../servers/server-databases.ts';

const BLOCK_MS = 100;

/** The whole desk in this process with real trading on, a wallet on an emulated chain, and Tradier's production. */
export class WalletServer {
  readonly log = new SilentLog();
  #running: RunningDesk | null = null;
  readonly #tokens = new Map<string, string>();

  private constructor(
    readonly world: SolanaWorld,
    readonly dexscreener: DexscreenerEmulator,
    readonly tradier: TradierEmulator,
    readonly database: ServerDatabase,
  ) {}

  static async start(open: () => Promise<ServerDatabase>): Promise<WalletServer> {
    const [world, dexscreener, tradier, database] = await Promise.all([
      startSolanaWorld(),
      DexscreenerEmulator.start(),
      TradierEmulator.start({ production: true }),
      open(),
    ]);
    world.chain.tick(BLOCK_MS);
    const server = new WalletServer(world, dexscreener, tradier, database);
    await server.restart();
    return server;
  }

  /** Starts another process on the same databases; `change` alters its environment. */
  async restart(change: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.stop();
    const { env, dataDir } = this.database.options;
    const given = typeof env === 'function' ? env() : env;
    const { world, dexscreener, tradier } = this;
    const config = loadConfig({
      ...{ ...given, PORT: '0', ALLOW_SIGN_UP: 'always', REAL_TRADING: 'on' },
      ...(dataDir === undefined ? {} : { DATA_DIR: dataDir }),
      ...{ ...world.environment, JUPITER_API_KEY: world.jupiter.key },
      ...{ DEXSCREENER_URL: dexscreener.url, TRADIER_LIVE_URL: tradier.url },
      ...{ SYNC_SECONDS: '1', TOKEN_PRICE_SECONDS: '1', ...change },
    });
    this.#running = await startDesk(config, this.log, 'test');
  }

  async stop(): Promise<void> {
    await this.#running?.close();
    this.#running = null;
  }

  get api(): ApiClient {
    return new ApiClient(this.#running!.url);
  }

  async signUp(username: string): Promise<void> {
    this.#tokens.set(username, await this.api.signUp(username));
  }

  answer(username: string, query: string, variables: object = {}): Promise<ApiAnswer> {
    return this.api.ask(query, { token: this.#tokens.get(username) ?? null, variables });
  }

  async ask<T>(username: string, query: string, variables: object = {}): Promise<T> {
    const { data, errors, text } = await this.answer(username, query, variables);
    if (!data || errors.length > 0) throw new Error(text);
    return data as T;
  }

  async settle(username: string, change: object): Promise<void> {
    const { settings } = await this.ask<{ settings: { version: number } }>(
      username,
      '{ settings { version } }',
    );
    const mutation =
      'mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }';
    const input = { expectedVersion: settings.version, ...change };
    await this.ask(username, mutation, { input });
  }

  async close(): Promise<void> {
    await this.stop();
    const { world, dexscreener, tradier, database } = this;
    await Promise.all([world.close(), dexscreener.close(), tradier.close(), database.remove()]);
  }
}
