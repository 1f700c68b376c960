import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Question } from '../../domain/trade/open-questions.ts';
import type { StoryChange, StoryField } from '../../domain/trade/trade-story.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { TradingModeEnum } from '../enums/trade-enums.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { TradeType } from '../trade/trade.types.ts';
import type { ExplanationKind, ToldTopic } from './explanation.ts';
import { GlossaryTermType } from './glossary.types.ts';

export const ExplanationKindEnum = describedEnum<ExplanationKind>(
  'ExplanationKind',
  'What a topic is.',
  {
    TERM: 'A figure, a word, or a part of the API.',
    TRADE: 'A trade of the caller’s: its story.',
    GUIDE: 'How one works with the desk.',
    UNANSWERABLE: 'What its data cannot say.',
  },
);

@ObjectType('Question', { simpleResolvers: true, description: 'What is not known.' })
export class QuestionType implements Question {
  @Given(() => String, 'The question.') question!: string;
  @Given(() => String, 'Why nobody can say.') why!: string;
  @Given(() => String, 'What will tell it, or what comes nearest.') instead!: string;
}

@ObjectType('StoryChange', {
  simpleResolvers: true,
  description: 'One figure of a trade that a step changed.',
})
export class StoryChangeType implements StoryChange {
  @Given(() => String, 'The field of Trade.') field!: StoryField;
  @Maybe(() => String, 'What it was before; null: it had no value.') before!: string | null;
  @Maybe(() => String, 'What it has been since; null: it has no value.') after!: string | null;
}

@ObjectType('StoryStep', {
  simpleResolvers: true,
  description: 'One thing that happened to a trade.',
})
export class StoryStepType {
  @Given(() => Int, 'Number of its line in the log; of several lines, of the last one.')
  sequence!: number;
  @Given(() => DateTimeScalar, 'When.') at!: Date;
  @Given(() => String, 'Who: user:NAME, mcp:NAME for an assistant, strategy:ID, desk or venue.')
  by!: string;
  @Given(() => String, 'What kind of event, as in TradeEvent.') type!: string;
  @Given(() => String, 'What such an event means, whoever caused it.') meaning!: string;
  @Given(() => String, 'What happened, and where the log has it why, in its sentence.')
  message!: string;
  @Given(() => Int, 'Lines of the log that it stands for: moves of a trail in a row are one step.')
  lines!: number;
  @Maybe(() => Float, 'Seconds since the step before; null for the first one shown.')
  secondsSince!: number | null;
  @Given(() => [StoryChangeType], 'What it changed; empty for the first one shown.')
  changes!: readonly StoryChange[];
}

@ObjectType('TradeStory', {
  simpleResolvers: true,
  description: 'What happened to a trade and why, by the log.',
})
export class TradeStoryType {
  @Given(() => TradeType, 'The trade as it is now.') trade!: TradeType;
  @Given(() => [StoryStepType], 'Oldest first.') steps!: readonly StoryStepType[];
  @Given(
    () => Int,
    'Lines of the log before the first step that are left out; events of the trade has them.',
  )
  earlier!: number;
  @Given(() => [QuestionType], 'What is not known of it and may still be, most urgent first.')
  openQuestions!: readonly Question[];
}

@ObjectType('Explanation', { simpleResolvers: true, description: 'What is known of a topic.' })
export class ExplanationType implements ToldTopic {
  @Given(() => String, 'Its name in the glossary, or the id of the trade.') topic!: string;
  @Given(() => ExplanationKindEnum, 'What the topic is.') kind!: ExplanationKind;
  @Maybe(() => TradingModeEnum, 'The book that it concerns; null: none.')
  mode!: TradingMode | null;
  @Given(() => String, 'What to call it.') title!: string;
  @Given(() => [String], 'In words, a paragraph each.') text!: readonly string[];
  @Given(() => [GlossaryTermType], 'The terms themselves, then those related to them.')
  terms!: ToldTopic['terms'];
  @Maybe(() => TradeStoryType, 'The story of a trade; null for every other topic.')
  story!: TradeStoryType | null;
  @Given(() => [QuestionType], 'Questions about it that no data here will ever answer.')
  unanswerable!: readonly Question[];
}
