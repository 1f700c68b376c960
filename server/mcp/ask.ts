import { execute, type GraphQLError, type GraphQLFormattedError } from 'graphql';
import { OperationRefused } from '../graphql/admission/refused.ts';
import type { WireErrors } from '../graphql/errors.ts';
import { Refused } from './refused.ts';
import type { McpCaller } from './tool.ts';

/**
 * Runs a document in the caller's name, in process: through the same gate, schema and use cases as
 * `POST /graphql`, so that scopes, limits and codes are the same.
 * @throws {Refused} with the code and the field of the first error
 */
export async function ask<Data>(
  caller: McpCaller,
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { desk, principal, address, device, prepared } = caller;
  const { schema, api, admission, errors } = desk;
  const admitted = ((): ReturnType<typeof admission.admit> => {
    try {
      return admission.admit({ query: document, variables }, principal);
    } catch (error) {
      if (!(error instanceof OperationRefused)) throw error;
      throw refusedBy(error.errors[0], errors);
    }
  })();
  const result = await execute({
    schema,
    document: admitted.document,
    variableValues: variables,
    contextValue: api.context({ principal, via: 'MCP', prepared, address, device, cookie: null }),
  });
  if (result.errors) throw refusedBy(result.errors[0], errors);
  return result.data as Data;
}

function refusedBy(error: GraphQLError | undefined, errors: WireErrors): Refused {
  return refusedAs(error ? errors.format(error) : errors.internal(new Error('No error is told')));
}

/** Turns a GraphQL refusal into a tool's refusal. */
export function refusedAs({ message, extensions = {} }: GraphQLFormattedError): Refused {
  const { code, field, ...detail } = extensions;
  const where = typeof field === 'string' ? { field } : {};
  return new Refused(typeof code === 'string' ? code : 'INTERNAL', message, { ...where, detail });
}
