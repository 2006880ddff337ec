// The operators over TypeScript. Each looks at one node and offers texts that stand in its place; the compiler refuses some of them
// later. What no test should have to notice is left out by a rule with a name, and counted.
import ts from "typescript";

const { SyntaxKind: K } = ts;

/** Binary operators and what they become, by the operator of ours that does it. */
const SWAPS = new Map([
  [K.EqualsEqualsEqualsToken, ["equality", "!=="]],
  [K.ExclamationEqualsEqualsToken, ["equality", "==="]],
  [K.LessThanToken, ["boundary", "<="]],
  [K.LessThanEqualsToken, ["boundary", "<"]],
  [K.GreaterThanToken, ["boundary", ">="]],
  [K.GreaterThanEqualsToken, ["boundary", ">"]],
  [K.AmpersandAmpersandToken, ["logic", "||"]],
  [K.BarBarToken, ["logic", "&&"]],
  [K.PlusToken, ["arithmetic", "-"]],
  [K.MinusToken, ["arithmetic", "+"]],
  [K.AsteriskToken, ["arithmetic", "/"]],
  [K.SlashToken, ["arithmetic", "*"]],
]);

const METHODS = new Map(
  [
    ["some", "every"],
    ["find", "findLast"],
    ["findIndex", "findLastIndex"],
    ["min", "max"],
    ["startsWith", "endsWith"],
    ["floor", "ceil"],
    ["indexOf", "lastIndexOf"],
  ].flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);

const isConditionOf = (node) =>
  ((ts.isIfStatement(node.parent) || ts.isWhileStatement(node.parent)) && node.parent.expression === node) ||
  (ts.isConditionalExpression(node.parent) && node.parent.condition === node);

const leaves = (statement) => {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return (
    last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isContinueStatement(last))
  );
};

/** Operator → what it makes of a node: pairs of the node that is replaced and the text in its place. */
const OPERATORS = {
  "negate-condition": (node, text) => (ts.isExpression(node) && isConditionOf(node) ? [[node, `!(${text})`]] : []),
  ...Object.fromEntries(
    ["equality", "boundary", "logic", "arithmetic"].map((name) => [
      name,
      (node) => {
        const [group, other] = (ts.isBinaryExpression(node) && SWAPS.get(node.operatorToken.kind)) || [];
        return group === name ? [[node.operatorToken, other]] : [];
      },
    ]),
  ),
  "drop-fallback": (node) =>
    ts.isBinaryExpression(node) && node.operatorToken.kind === K.QuestionQuestionToken
      ? [[node, node.left.getText()]]
      : [],
  "drop-early-exit": (node) =>
    ts.isIfStatement(node) && !node.elseStatement && leaves(node.thenStatement) ? [[node, ";"]] : [],
  "delete-statement": (node) => (ts.isExpressionStatement(node) ? [[node, ";"]] : []),
  number: (node, text) =>
    ts.isNumericLiteral(node)
      ? [
          [node, String(Number(text.replaceAll("_", "")) + 1)],
          [node, `(${Number(text.replaceAll("_", "")) - 1})`],
        ]
      : [],
  "empty-string": (node) => (ts.isStringLiteral(node) && node.text !== "" ? [[node, '""']] : []),
  "flip-boolean": (node) =>
    node.kind === K.TrueKeyword ? [[node, "false"]] : node.kind === K.FalseKeyword ? [[node, "true"]] : [],
  "swap-method": (node) => {
    const name = ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent) && node.name;
    const other = name && METHODS.get(name.text);
    return other ? [[name, other]] : [];
  },
  "drop-property": (node) =>
    ts.isObjectLiteralExpression(node)
      ? node.properties.map((property) => {
          const kept = node.properties.filter((one) => one !== property).map((one) => one.getText());
          return [node, `{ ${kept.join(", ")} }`, property];
        })
      : [],
};

/** Names of what people read and no program does. */
const WORDS = /^(message|advice|description|summary|title|userMessage|reason|hint|text|usage)$/;
/** Functions whose texts are read by people. */
const TELLERS = /^(fail|failed|unknown|warn|log|error|refuse|trouble|OmniError)$/;

const isText = (node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
const isTeller = (node) => {
  const callee = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression : undefined;
  const name = callee && (ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText());
  return name !== undefined && (TELLERS.test(name) || /Error$/.test(name));
};
const climb = (node, test) => {
  for (let at = node; at && !ts.isStatement(at); at = at.parent) if (test(at)) return true;
  return false;
};

/** Rule → whether a mutant at this node is one that no test should have to notice. */
const EXCLUDED = {
  "type-only code": (node) =>
    climb(node, ts.isTypeNode) ||
    climb(node, (one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)),
  "module names": (node) => ts.isStringLiteral(node) && /Import|Export/.test(K[node.parent.kind]),
  "log texts": (node) => climb(node, (one) => ts.isCallExpression(one) && /^console\./.test(one.expression.getText())),
  "wording of messages": (node) =>
    isText(node) &&
    (climb(node, (one) => ts.isPropertyAssignment(one) && WORDS.test(one.name.getText())) ||
      climb(node, (one) => ts.isVariableDeclaration(one) && WORDS.test(one.name.getText())) ||
      // A word without blanks, such as a code, is no message.
      (climb(node, isTeller) && /\s/.test(node.getText()))),
};

/**
 * Every mutant of a TypeScript text, and how many were left out by which rule. `place` is the line; the same line may have several.
 */
export function mutantsOfTypescript(file, text, rules = EXCLUDED) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants = [];
  const excluded = {};
  const offer = (operator, at, [node, after, what = node]) => {
    const rule = Object.entries(rules).find(([, isEquivalent]) => isEquivalent(at) || isEquivalent(what));
    if (rule) {
      excluded[rule[0]] = (excluded[rule[0]] ?? 0) + 1;
      return;
    }
    const [start, end] = [node.getStart(source), node.end];
    const line = source.getLineAndCharacterOfPosition(what.getStart(source)).line + 1;
    const before = text.slice(start, end);
    const shown = what === node ? { before, after } : { before: what.getText(source), after: "" };
    mutants.push({ file, operator, place: `line ${line}`, ...shown, start, end, text: after });
  };
  const visit = (node) => {
    for (const [operator, mutate] of Object.entries(OPERATORS)) {
      for (const one of mutate(node, node.getText(source))) offer(operator, node, one);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return { mutants, excluded };
}
