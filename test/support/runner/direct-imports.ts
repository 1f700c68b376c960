import type { Plugin } from 'vite';

/** A blank, a comment or an import before a module's first statement. */
const PIECE = /\s+|\/\/[^\n]*|\/\*[^]*?\*\/|import\s[^;]*;/y;
const NAMES = /^import\s(?:\s*([\w$]+)\s*,?)?(?:\s*\{([^}]*)\})?\s*from\s*(["'][^]*);$/;
/** Imports that stay: Vitest looks in the code for the names that come from it. */
const LEFT = /^["']vitest["']/;

/**
 * Reads each imported name once, not at each use. Vitest makes a getter of every export of a module, and calling
 * these took a tenth of a test's time. No module of ours exports a variable that changes, and none imports
 * itself by way of another.
 */
export function directImports(): Plugin {
  return {
    name: 'direct-imports',
    enforce: 'post',
    transform: (code, id) =>
      // No source map is needed, because every line stays where it is.
      id.endsWith('.ts') && !id.includes('/node_modules/')
        ? { code: withDirectImports(code), map: null }
        : null,
  };
}

/** The same module, with a constant for each name that it imports. */
export function withDirectImports(code: string): string {
  let [head, constants, end] = ['', '', 0];
  PIECE.lastIndex = 0;
  for (let piece = PIECE.exec(code); piece; piece = PIECE.exec(code)) {
    end = PIECE.lastIndex;
    const [, main, named, from] = NAMES.exec(piece[0]) ?? [];
    if (from === undefined || LEFT.test(from)) {
      head += piece[0];
      continue;
    }
    const names = [...(main ? [`default as ${main}`] : []), ...listed(named)].map(namesOf);
    head += `import { ${names.map(([name, own]) => `${name} as imported_${own}`).join(', ')} } from ${from};`;
    head += '\n'.repeat(linesOf(piece[0]));
    constants += names.map(([, own]) => `const ${own} = imported_${own}; `).join('');
  }
  return head + constants + code.slice(end);
}

const listed = (named = ''): string[] =>
  named
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

function namesOf(each: string): [name: string, own: string] {
  const [name = '', own = name] = each.split(/\s+as\s+/);
  return [name, own];
}

const linesOf = (text: string): number => text.split('\n').length - 1;
