import 'reflect-metadata';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { modeOfId } from '../../domain/mode.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { explainName } from './explanation.ts';
import { ExplanationType } from './explanation.types.ts';
import { Glossary } from './glossary.ts';
import { GlossaryTermType } from './glossary.types.ts';
import { explainTrade, MOST_EVENTS } from './trade-explanation.ts';

const LONGEST_TOPIC = 200;

/** Explains figures and trades; the texts come from the schema that is served. */
@Resolver()
export class GlossaryResolver {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  @Query(() => [GlossaryTermType], {
    description:
      'Every figure and every word of the desk with its meaning; nothing of the caller’s.',
  })
  glossary(@Info() { schema }: GraphQLResolveInfo): readonly GlossaryTermType[] {
    return glossaryOf(schema).terms;
  }

  @Query(() => ExplanationType, {
    description:
      'What a figure, a word or a part of the API means and what it does not say; what became of a trade and why; which questions the data cannot answer. An unknown topic is NOT_FOUND, with near ones.',
  })
  async explain(
    @Arg('topic', () => String, {
      description:
        'A name in any spelling, such as expectancy, NEEDS_REVIEW or Trade.toStop; the id of a trade of the caller’s; guide; or unanswerable.',
    })
    topic: string,
    @Info() { schema }: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<ExplanationType> {
    const glossary = glossaryOf(schema);
    const asked = topic.trim();
    if (asked === '' || asked.length > LONGEST_TOPIC)
      throw badInput('topic', `A topic has 1 to ${LONGEST_TOPIC} characters`);
    if (!modeOfId(asked)) return { ...explainName(glossary, asked), story: null };
    const reader = this.books.perhapsOwning(asked)?.read(actorOf(context));
    const found = await reader?.trade(asked);
    if (!reader || !found) throw new Refusal('NOT_FOUND', 'There is no such trade');
    const log = await reader.eventsOf(asked, { first: MOST_EVENTS, after: null });
    return explainTrade(glossary, found, log, this.clock.now());
  }
}

const GLOSSARIES = new WeakMap<GraphQLSchema, Glossary>();

/** The glossary of a schema, made once. */
export function glossaryOf(schema: GraphQLSchema): Glossary {
  const known = GLOSSARIES.get(schema);
  if (known) return known;
  const glossary = new Glossary(schema);
  GLOSSARIES.set(schema, glossary);
  return glossary;
}
