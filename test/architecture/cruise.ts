import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/** Every forbidden import in `folders` of `baseDir`, also of types, as `from -> to (rule)`. */
export async function violations(
  baseDir: string,
  folders: readonly string[],
  rules: readonly IForbiddenRuleType[],
): Promise<readonly string[]> {
  const { output } = await cruise([...folders], {
    baseDir,
    ruleSet: { forbidden: [...rules] },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^client/(dist|node_modules)/' },
  });
  const { summary } = output as ICruiseResult;
  return summary.violations.map(({ from, to, rule }) => `${from} -> ${to} (${rule.name})`);
}
