import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLSchema,
  type GraphQLNamedType,
} from 'graphql';

/** Every description of a schema, by TYPE, TYPE.FIELD or ENUM.VALUE. */
export function schemaTexts(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (type.description) texts.set(type.name, type.description);
    for (const { name, description } of partsOf(type)) {
      if (description) texts.set(`${type.name}.${name}`, description);
    }
  }
  return texts;
}

interface Part {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function partsOf(type: GraphQLNamedType): readonly Part[] {
  if (isEnumType(type)) return type.getValues();
  const has = isObjectType(type) || isInputObjectType(type);
  return has ? Object.values<Part>(type.getFields()) : [];
}

/** The values of every enum, as ENUM.VALUE. */
export function enumValues(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !type.name.startsWith('__'))
    .flatMap((type) => partsOf(type).map(({ name }) => `${type.name}.${name}`));
}
