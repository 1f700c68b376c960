import 'reflect-metadata';
import { Field, registerEnumType } from 'type-graphql';

type TypeOf = Parameters<typeof Field>[0];

/** A field that always has a value. */
export function Given(type: TypeOf, description: string): PropertyDecorator {
  return Field(type as () => typeof String, { description });
}

/** A field that is null when the value is unknown or does not apply. */
export function Maybe(type: TypeOf, description: string): PropertyDecorator {
  return Field(type as () => typeof String, { description, nullable: true });
}

/** A GraphQL enum of exactly the members of `V`, each with its description. */
export function describedEnum<V extends string>(
  name: string,
  description: string,
  meanings: Record<V, string>,
): { readonly [K in V]: K } {
  const values = Object.fromEntries(Object.keys(meanings).map((key) => [key, key])) as {
    [K in V]: K;
  };
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(meanings).map(([key, meaning]) => [key, { description: meaning }]),
  ) as { [K in V]: { description: string } };
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}
