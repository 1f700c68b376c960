import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withDirectImports } from './support/runner/direct-imports.ts';

const HEAD = `/** About the module. */
import { a, b as c } from "./one.ts";
import d, { e } from "two";
// Of three.
import f from './three.ts';
import * as all from "./four.ts";
import "./five.ts";
import { it } from "vitest";
`;

describe('the imports of a module that a test runs', () => {
  it('are constants of the module', () => {
    expect(withDirectImports(`${HEAD}\nexport const g = a;\n`)).toBe(`/** About the module. */
import { a as imported_a, b as imported_c } from "./one.ts";
import { default as imported_d, e as imported_e } from "two";
// Of three.
import { default as imported_f } from './three.ts';
import * as all from "./four.ts";
import "./five.ts";
import { it } from "vitest";

const a = imported_a; const c = imported_c; const d = imported_d; const e = imported_e; const f = imported_f; export const g = a;
`);
    // Vitest would make a property of the import, which is read at each use.
    expect(String(() => path)).toBe('() => path');
    expect(String(() => withDirectImports)).toBe('() => withDirectImports');
  });

  it('leave every line where it is', () => {
    const lines = withDirectImports('import {\n  a,\n  b,\n} from "./one.ts";\na(b);').split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[4]).toBe('const a = imported_a; const b = imported_b; a(b);');
  });

  it('end with the first statement that is none', () => {
    const code = 'const text = `\nimport { a } from "./one.ts";\n`;';
    expect(withDirectImports(code)).toBe(code);
  });
});
