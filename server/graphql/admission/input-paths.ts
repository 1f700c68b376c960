import { visit, type ASTNode, type DocumentNode } from 'graphql';

/** The path of an argument's value, in the argument's names: `input.bracket.stopLoss`. */
export interface InputPaths {
  ofVariable(name: string): string;
  /** The path of a literal; null when the node is not part of an argument. */
  ofLiteral(node: ASTNode): string | null;
}

export function inputPaths(document: DocumentNode): InputPaths {
  const variables = new Map<string, string>();
  const literals = new Map<ASTNode, string>();
  const path: string[] = [];
  const named = {
    enter: ({ name, value }: { name: { value: string }; value: ASTNode }) => {
      path.push(name.value);
      literals.set(value, path.join('.'));
    },
    leave: () => void path.pop(),
  };
  visit(document, {
    VariableDefinition: () => false,
    Argument: named,
    ObjectField: named,
    ListValue: ({ values }) => {
      values.forEach((value, at) => literals.set(value, [...path, at].join('.')));
    },
    Variable: ({ name }) => {
      if (!variables.has(name.value)) variables.set(name.value, path.join('.'));
    },
  });
  return {
    ofVariable: (name) => variables.get(name) ?? name,
    ofLiteral: (node) => literals.get(node) ?? null,
  };
}
