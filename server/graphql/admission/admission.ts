import {
  getArgumentValues,
  getOperationAST,
  GraphQLError,
  Kind,
  validate,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Principal } from '../books/principal.ts';
import { checkAccess, checkSignedIn, type AskedField } from './access.ts';
import { coerceVariables, type Variables } from './coerce-variables.ts';
import { checkDocumentLimits } from './document-limits.ts';
import { checkInputLimits } from './input-limits.ts';
import { inputPaths, type InputPaths } from './input-paths.ts';
import { KnownDocuments, type KnownDocument } from './known-documents.ts';
import { parseDocument } from './parse-document.ts';
import { OperationRefused, refuse } from './refused.ts';
import { operationsOf, rootFields } from './root-fields.ts';

export interface AskedOperation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
}

export interface Admitted {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/**
 * The gate before every operation, the same over HTTP and sockets. It checks the caller before the operation:
 * for a caller who is not signed in, everything but the open operations is UNAUTHENTICATED, valid or not.
 */
export class Admission {
  readonly #known = new KnownDocuments();

  constructor(private readonly schema: GraphQLSchema) {}

  /** @throws {OperationRefused} */
  admit(asked: AskedOperation, principal: Principal | null): Admitted {
    const { query, operationName, variables } = asked;
    const { document, paths } = this.#readable(query, principal);
    const operation = getOperationAST(document, operationName);
    if (!operation) throw refuse('BAD_REQUEST', 'The document has no such operation, or several');
    checkInputLimits(document, variables ?? {}, paths);
    const coerced = coerceVariables(this.schema, operation, variables ?? {}, paths);
    const fields = rootFields(document, operation);
    const args = fields.map((node) => this.#asked(node, operation, coerced, paths));
    checkAccess(principal, operation, args);
    return { document, operation };
  }

  #readable(query: string, principal: Principal | null): KnownDocument {
    const known = this.#known.get(query);
    const document = known?.document ?? parseDocument(query);
    const fields = operationsOf(document).flatMap((each) => rootFields(document, each));
    checkSignedIn(principal, fields);
    if (known) return known;
    checkDocumentLimits(document);
    const paths = inputPaths(document);
    const errors = validate(this.schema, document);
    if (errors.length > 0) {
      throw new OperationRefused(errors.map((error) => invalid(error, paths, principal !== null)));
    }
    const fresh = { document, paths };
    this.#known.add(query, fresh);
    return fresh;
  }

  #asked(
    node: FieldNode,
    { operation }: OperationDefinitionNode,
    variables: Variables,
    paths: InputPaths,
  ): AskedField {
    const root = this.schema.getRootType(operation);
    const field = root?.getFields()[node.name.value];
    try {
      return { node, args: field ? getArgumentValues(field, node, variables) : {} };
    } catch (error) {
      throw error instanceof GraphQLError ? unfit(error, paths) : error;
    }
  }
}

/** A variable that may be null is used where null is not allowed. */
function unfit({ message, nodes }: GraphQLError, paths: InputPaths): OperationRefused {
  const [node] = nodes ?? [];
  const name = node?.kind === Kind.VARIABLE ? paths.ofVariable(node.name.value) : null;
  const field = name ?? (node && paths.ofLiteral(node));
  return refuse('BAD_USER_INPUT', message, { node, ...(field != null && { field }) });
}

/**
 * A literal that its scalar refuses is bad input; any other fault makes the document invalid. A caller who is
 * not signed in gets no hints at names.
 */
function invalid(error: GraphQLError, paths: InputPaths, trusted: boolean): GraphQLError {
  const { nodes, extensions } = error;
  const message = trusted ? error.message : error.message.replace(/ Did you mean .*/, '');
  const code =
    extensions.code === 'BAD_USER_INPUT' ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
  const literal = nodes?.[0] && paths.ofLiteral(nodes[0]);
  const field = code === 'BAD_USER_INPUT' && literal ? { field: literal } : {};
  return new GraphQLError(message, { nodes, extensions: { code, ...field } });
}
