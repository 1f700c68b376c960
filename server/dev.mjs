/**
 * `npm run dev`: server and dashboard at one address, each reloading on change.
 *
 * Vite serves the dashboard there and passes on what is the server's. The server listens on a port of its
 * own and takes the printed address for its public one, so that cookies, `Origin` and `Host` are those of
 * `npm start`. It prints the address itself, each time that it has started.
 */
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const HOST = '127.0.0.1';
/** The errors of a request to a server that is just being restarted. */
const GONE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
const OF_THE_SERVER = [
  '/graphql',
  '/mcp',
  '/data',
  '/playground',
  '/healthz',
  '/readyz',
  '/metrics',
];

// Libraries of the page look at it. The server is run as `npm start` runs it.
process.env.NODE_ENV = 'development';
const { createLogger, createServer } = await import('vite');

async function freePort() {
  const probe = net.createServer();
  await new Promise((resolve) => probe.listen(0, HOST, resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Cookies belong to one name, and the server takes one for its own: `localhost` leads to it. */
function oneName(host) {
  const redirect = (request, response, next) => {
    if (request.method !== 'GET' || request.headers.host === host) return next();
    response.writeHead(307, { Location: `http://${host}${request.url}` }).end();
  };
  return { name: 'one-name', configureServer: (vite) => void vite.middlewares.use(redirect) };
}

/** Says nothing while the server restarts: the page shows it, and asks again. */
function logOfVite() {
  const log = createLogger('warn');
  const error = log.error.bind(log);
  log.error = (message, options) => {
    if (!GONE.has(options?.error?.code)) error(message, options);
  };
  return log;
}

async function serveDashboard(port, serverPort) {
  const target = { target: `http://${HOST}:${serverPort}`, ws: true };
  const vite = await createServer({
    configFile: path.join(ROOT, 'client', 'vite.config.ts'),
    customLogger: logOfVite(),
    clearScreen: false,
    plugins: [oneName(`${HOST}:${port}`)],
    server: {
      host: HOST,
      port,
      strictPort: true,
      // No other site's page reads an answer, as with `npm start`.
      cors: false,
      proxy: Object.fromEntries(OF_THE_SERVER.map((place) => [place, target])),
    },
  });
  return vite.listen();
}

function runServer(address, serverPort) {
  const tsx = path.join(ROOT, 'node_modules', '.bin', 'tsx');
  const own = { HOST, PORT: serverPort, PUBLIC_URL: address, NODE_ENV: 'production' };
  return spawn(tsx, ['watch', '--clear-screen=false', path.join('server', 'main.ts')], {
    cwd: ROOT,
    env: { ...process.env, ...own },
    stdio: ['ignore', 'inherit', 'inherit'],
    // A terminal sends Ctrl-C to its whole group: signalled twice, tsx kills the server before it has ended.
    detached: true,
  });
}

const port = Number(process.env.PORT || 4000) || (await freePort());
const serverPort = await freePort();
const vite = await serveDashboard(port, serverPort).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const server = runServer(`http://${HOST}:${port}`, serverPort);

process.once('exit', () => server.kill());

let stopping = false;
// Vite's own handler ends the process before the server has ended.
process.removeAllListeners('SIGTERM');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    server.kill('SIGTERM');
  });
}
server.once('exit', async (code) => {
  await vite.close();
  process.exit(stopping ? 0 : (code ?? 1));
});
