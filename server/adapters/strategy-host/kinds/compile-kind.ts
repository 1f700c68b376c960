import type { SourceFile } from '../pool/tasks.ts';

/** The file cannot be compiled; the message says where and why. */
export class NotCompiled extends Error {
  override readonly name = 'NotCompiled';
}

const SHARED_LIBRARY = /(\bfrom\s*|\bimport\s*)(['"])trading-signals\2/g;

/** A module's text without types. The module has no folder, so its one allowed import becomes an address. */
export async function compileKind({ file, text }: SourceFile): Promise<string> {
  const script = file.endsWith('.ts') ? await withoutTypes(file, text) : text;
  return script.replace(
    SHARED_LIBRARY,
    (_, keyword: string) => `${keyword}${JSON.stringify(import.meta.resolve('trading-signals'))}`,
  );
}

/** The compiler is large: only a desk with kinds in TypeScript loads it, in a thread of its own. */
async function withoutTypes(fileName: string, text: string): Promise<string> {
  const { default: ts } = await import('typescript');
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: {
      ...{ module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
      verbatimModuleSyntax: false,
    },
  });
  const [first] = diagnostics;
  if (!first) return outputText;
  const { line } = first.file?.getLineAndCharacterOfPosition(first.start ?? 0) ?? { line: 0 };
  throw new NotCompiled(
    `Line ${line + 1}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`,
  );
}
