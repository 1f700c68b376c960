import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { Admission, AskedOperation } from '../graphql/admission/admission.ts';
import { OperationRefused, refuse } from '../graphql/admission/refused.ts';
import type { RequestContext } from '../graphql/request/context.ts';
import type { DeskApi } from '../graphql/desk-api.ts';
import type { WireErrors } from '../graphql/errors.ts';
import type { Principal } from '../graphql/books/principal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Authenticator } from './authenticator.ts';
import { addressOf, deviceOf, isFromOurPage } from './caller.ts';
import { answerErrors } from './error-answer.ts';
import type { OurPlaces } from './our-places.ts';
import { sessionCookie, tokenInCookie } from './session-cookie.ts';

/** The largest body, in bytes. */
export const LARGEST_BODY = 256 * 1024;

export interface EndpointParts {
  readonly schema: GraphQLSchema;
  readonly api: DeskApi;
  readonly admission: Admission;
  readonly errors: WireErrors;
  readonly authenticator: Authenticator;
  readonly places: OurPlaces;
  readonly clock: Clock;
}

/** `POST /graphql`: authenticates, admits and runs an operation. */
export async function graphqlEndpoint(parts: EndpointParts): Promise<{
  readonly handlers: RequestHandler[];
  readonly stop: () => Promise<void>;
}> {
  const { schema, errors } = parts;
  const contexts = new WeakMap<Request, RequestContext>();
  const apollo = new ApolloServer<RequestContext>({
    schema,
    // The API must not depend on NODE_ENV: without these two settings, production would refuse introspection.
    nodeEnv: 'production',
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) =>
      error instanceof Error
        ? errors.format(
            error instanceof GraphQLError
              ? error
              : new GraphQLError(formatted.message, { originalError: error }),
          )
        : errors.internal(error),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  });
  await apollo.start();
  const admit: RequestHandler = async (request, response, next) => {
    try {
      contexts.set(request, await admitted(parts, request, response));
    } catch (error) {
      if (!(error instanceof OperationRefused)) throw error;
      return answerErrors(
        request,
        response,
        error.errors.map((each) => errors.format(each)),
      );
    }
    next();
  };
  const run = expressMiddleware(apollo, {
    context: async ({ req }) => contexts.get(req) ?? missing(),
  });
  const body = express.json({ limit: LARGEST_BODY });
  return { handlers: [body, admit, run], stop: () => apollo.stop() };
}

async function admitted(
  { api, admission, authenticator, places, clock }: EndpointParts,
  request: Request,
  response: Response,
): Promise<RequestContext> {
  const asked = askedOperation(request.body);
  const ours = isFromOurPage(request, places);
  const principal = await principalOf(request, ours, authenticator);
  const { operation } = admission.admit(asked, principal);
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    throw refuse('BAD_REQUEST', 'Subscriptions are served over WebSocket');
  }
  const cookie = ours ? sessionCookie(response, { secure: places.secure, clock }) : null;
  return api.context({
    principal,
    address: addressOf(request),
    device: deviceOf(request),
    cookie,
  });
}

/** A header takes precedence; the cookie counts only for JSON from one of our pages. */
async function principalOf(
  request: Request,
  ours: boolean,
  authenticator: Authenticator,
): Promise<Principal | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return authenticator.byHeader(authorization);
  const token = ours && request.is('application/json') ? tokenInCookie(request) : null;
  return token === null ? null : authenticator.bySession(token);
}

function askedOperation(body: unknown): AskedOperation {
  const { query, operationName, variables } = (body ?? {}) as Record<string, unknown>;
  if (typeof query !== 'string' || query === '') {
    throw refuse('BAD_REQUEST', 'The body is a JSON object with a query');
  }
  if (operationName != null && typeof operationName !== 'string') {
    throw refuse('BAD_REQUEST', 'operationName is a string');
  }
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) {
    throw refuse('BAD_REQUEST', 'variables is an object');
  }
  return { query, operationName, variables: variables as AskedOperation['variables'] };
}

function missing(): never {
  throw new Error('An operation was run without being admitted');
}
