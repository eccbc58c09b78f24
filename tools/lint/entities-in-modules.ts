// A library's module names its entities once, by `TypeOrmModule.forFeature`; every process loads
// those of the modules that it imports. A list typed anywhere else would fall behind.
import type { Rule } from 'eslint';
import type { Property, MemberExpression } from 'estree';

export const entitiesInModules: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      list: 'Entities are named by the module of their library: import the module.',
      feature: 'Only the module of a library says which entities are its own.',
    },
  },
  create(context) {
    const isLibrary = /(^|\/)libs\/[^/]+\/src\/[\w-]+\.module\.ts$/.test(context.filename);
    return {
      'Property[key.name="entities"][value.type="ArrayExpression"]': (node: Property) => {
        context.report({ node, messageId: 'list' });
      },
      'MemberExpression[property.name="forFeature"]': (node: MemberExpression) => {
        if (!isLibrary) context.report({ node, messageId: 'feature' });
      },
    };
  },
};
