import {
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
  type ASTVisitor,
} from 'graphql';

const DEEPEST = 12;
const MOST_FIELDS = 500;
const MOST_ALIASES = 30;
const MOST_ROOTS = 20;

type Counts = { fields: number; aliases: number };

/** Refuses queries that are deeper, wider or more repetitive than anything a person would write. */
export const limits: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const counts: Counts = { fields: 0, aliases: 0 };
    const depth = depthOf(operation.selectionSet, { context, counts, within: [] });
    const refuse = (what: string): void =>
      context.reportError(
        new GraphQLError(what, {
          nodes: [operation],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        }),
      );
    if (depth > DEEPEST) refuse(`This query is ${depth} levels deep; ${DEEPEST} are allowed.`);
    if (counts.fields > MOST_FIELDS) refuse(`This query asks for more than ${MOST_FIELDS} fields.`);
    if (counts.aliases > MOST_ALIASES) refuse(`This query uses more than ${MOST_ALIASES} aliases.`);
    if (operation.selectionSet.selections.length > MOST_ROOTS)
      refuse(`This query has more than ${MOST_ROOTS} fields at its root.`);
  },
});

type Walk = {
  readonly context: ValidationContext;
  readonly counts: Counts;
  readonly within: readonly string[];
};

function depthOf(set: SelectionSetNode | undefined, walk: Walk): number {
  if (!set) return 0;
  return Math.max(0, ...set.selections.map((selection) => depthOfNode(selection, walk)));
}

function depthOfNode(node: SelectionNode, walk: Walk): number {
  const { counts, context, within } = walk;
  if (counts.fields > MOST_FIELDS) return 0;
  switch (node.kind) {
    case Kind.FIELD:
      counts.fields += 1;
      if (node.alias) counts.aliases += 1;
      return node.name.value.startsWith('__') ? 0 : 1 + depthOf(node.selectionSet, walk);
    case Kind.INLINE_FRAGMENT:
      return depthOf(node.selectionSet, walk);
    case Kind.FRAGMENT_SPREAD: {
      const name = node.name.value;
      if (within.includes(name)) return 0;
      return depthOf(context.getFragment(name)?.selectionSet, {
        ...walk,
        within: [...within, name],
      });
    }
  }
}
