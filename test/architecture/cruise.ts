import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/** Every import in `folders` of `baseDir` that a rule forbids, as `from -> to (rule)`. */
export async function violations(
  baseDir: string,
  folders: readonly string[],
  { rules, types }: { readonly rules: readonly IForbiddenRuleType[]; readonly types: boolean },
): Promise<readonly string[]> {
  const { summary } = await cruised(baseDir, folders, {
    ruleSet: { forbidden: [...rules] },
    validate: true,
    tsPreCompilationDeps: types,
  });
  return summary.violations.map(({ from, to, rule }) => `${from} -> ${to} (${rule.name})`);
}

/** The files of ours that run when `file` does. */
export async function reachedFrom(baseDir: string, file: string): Promise<readonly string[]> {
  const { modules } = await cruised(baseDir, [file], { tsPreCompilationDeps: false });
  return modules.map(({ source }) => source).filter((source) => source.startsWith('server/'));
}

async function cruised(baseDir: string, folders: readonly string[], options: object) {
  const { output } = await cruise([...folders], {
    baseDir,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^client/(dist|node_modules)/' },
    ...options,
  });
  return output as ICruiseResult;
}
