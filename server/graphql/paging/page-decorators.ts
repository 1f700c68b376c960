import { Arg, Int } from 'type-graphql';

/** The argument `first` of every list. */
export function FirstArg(): ReturnType<typeof Arg> {
  return Arg('first', () => Int, {
    nullable: true,
    defaultValue: 50,
    description: 'How many items at most, 1..500.',
  });
}

/** The argument `after` of every list. */
export function AfterArg(): ReturnType<typeof Arg> {
  return Arg('after', () => String, {
    nullable: true,
    description: 'Continue after the item with this cursor; left out: from the first.',
  });
}
