import type { IForbiddenRuleType } from 'dependency-cruiser';
import { FLOORS, RINGS } from './rings.ts';
import type { Wall } from './running.ts';

/** The folders that all adapters may import. */
const SHARED_ADAPTERS = ['wire', 'database/sql'];

/** The live side of REAL: the files that send real money. */
const LIVE_ONLY =
  '^server/(compose/real-(live|wallet|swaps)|adapters/routing/(real-credentials|(tradier|wallet)-real-accounts)|adapters/jupiter/jupiter-swaps|adapters/solana/.*)\\.ts$';
/** What the PAPER book's composition must not reach: the REAL side, readers of all variables, signers. */
const REAL_ONLY =
  '^server/(compose/real.*|config|config/(environment|real-config)|adapters/routing/(real-credentials|(tradier|wallet)-real-accounts)|adapters/jupiter/jupiter-swaps|adapters/solana/.*)\\.ts$|(^|node_modules/)@solana(-program)?/';

/** Libraries that sign and read transactions. */
const SOLANA = '(^|node_modules/)@solana(-program)?/';

const CORE = '^server/(domain|ports|usecases)/';
const OURS = '^(server|client|migrations|test)/';

function rule(name: string, from: object, to: object): IForbiddenRuleType {
  return { name, severity: 'error', from, to };
}

const rings = Object.entries(RINGS).map(([ring, allowed]) =>
  rule(
    `${ring} imports only what its ring may`,
    { path: `^server/${ring}/` },
    { path: OURS, pathNot: [`^server/${ring}/`, ...allowed] },
  ),
);

const floors = Object.entries(FLOORS).flatMap(([root, entries]) => {
  const places = entries.map(
    (entry) => `^${root}/${entry.includes('.') ? `${entry}$` : `${entry}/`}`,
  );
  const name = `${root}: folders stand in an order`;
  return [
    rule(name, { path: `^${root}/[^/]+$`, pathNot: places }, { path: places }),
    ...places
      .slice(0, -1)
      .map((place, at) => rule(name, { path: place }, { path: places.slice(at + 1) })),
  ];
});

/** Rules for the imports as they are written, also of types. */
export const WRITTEN: readonly IForbiddenRuleType[] = [
  ...rings,
  ...floors,
  rule(
    'every folder of server is a listed ring',
    { path: '^server/' },
    { path: '^server/[^/]+/', pathNot: Object.keys(RINGS).map((ring) => `^server/${ring}/`) },
  ),
  rule(
    'an unlisted ring imports nothing',
    { path: '^server/[^/]+/', pathNot: Object.keys(RINGS).map((ring) => `^server/${ring}/`) },
    {},
  ),
  rule(
    'the core knows its rings and decimal.js',
    { path: CORE },
    { pathNot: [CORE, 'node_modules/decimal\\.js/'] },
  ),
  rule(
    'one file of the core knows decimal.js',
    { path: CORE, pathNot: '^server/domain/decimal\\.ts$' },
    { path: 'node_modules/decimal\\.js/' },
  ),
  rule(
    'an adapter imports its own folder and what all share',
    { path: '^server/adapters/([^/]+)/' },
    {
      path: '^server/adapters/',
      pathNot: ['$1', ...SHARED_ADAPTERS].map((folder) => `^server/adapters/${folder}/`),
    },
  ),
  rule(
    'only compositions make adapters',
    {
      path: '^server/',
      pathNot: '^server/(adapters/|compose/|compose\\.ts$|main\\.ts$|cli/|workers/)',
    },
    { path: '^server/adapters/' },
  ),
  rule(
    'only the whole desk composes the REAL book',
    { path: '^server/', pathNot: '^server/compose(\\.ts$|/(real.*|settings-api)\\.ts$)' },
    { path: '^server/compose/real.*\\.ts$' },
  ),
  rule(
    'one file alone makes what trades real money',
    { path: '^server/', pathNot: '^server/(compose/real(-live|-wallet|-swaps)?\\.ts$|adapters/)' },
    { path: LIVE_ONLY },
  ),
  rule(
    'one folder alone knows Solana’s libraries',
    { path: '^(server|client|migrations)/', pathNot: '^server/adapters/solana/' },
    { path: SOLANA },
  ),
  rule('the server knows no screen and no test', { path: '^server/' }, { path: '^(client|test)/' }),
  rule(
    'the screens know the API alone',
    { path: '^client/' },
    { path: '^(server|migrations|test)/' },
  ),
  rule(
    'a migration knows columns and decimals',
    { path: '^migrations/' },
    { path: OURS, pathNot: ['^migrations/', '^server/domain/decimal\\.ts$'] },
  ),
  rule(
    'the database alone runs migrations',
    { path: '^server/', pathNot: '^server/adapters/database/sql/migrate\\.ts$' },
    { path: '^migrations/' },
  ),
  rule(
    'the environment is read in one place',
    { path: '^server/', pathNot: '^server/(config\\.ts|start\\.mjs|main\\.ts)$' },
    { path: '^(node:)?process$' },
  ),
  rule('no cycles', { path: OURS }, { circular: true }),
];

/** Rules for the imports that are left when the program runs. */
export const RUNNING: readonly Wall[] = [
  {
    name: 'the PAPER book reaches nothing of the REAL one by any path',
    from: /^server\/compose\/paper\.ts$/,
    to: new RegExp(REAL_ONLY),
  },
  {
    name: 'the REAL book that is off reaches no venue, no client and no credential by any path',
    from: /^server\/compose\/real-shut\.ts$/,
    to: new RegExp(
      `${LIVE_ONLY}|${SOLANA}|^server/adapters/(tradier|orats|jupiter|vault)/|^server/adapters/routing/.*credentials\\.ts$`,
    ),
  },
  {
    name: 'no tool of the server’s machine reaches a signer by any path',
    from: /^server\/cli\//,
    to: new RegExp(`^server/adapters/(jupiter/jupiter-swaps\\.ts$|solana/)|${SOLANA}`),
  },
  {
    name: 'the live REAL book reaches no simulation and no paper by any path',
    from: /^server\/compose\/real-live\.ts$/,
    to: /^server\/(compose\/(paper|sandbox|simulated)|adapters\/(simulated|jupiter-paper)\/)/,
  },
];
