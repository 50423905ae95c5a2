// Reads TypeScript declaration files: names, types, and which properties may be left out.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

function parse(file) {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

function deprecation(node) {
  const tag = ts.getJSDocTags(node).find(each => each.tagName.text === 'deprecated');
  return tag && ts.getTextOfJSDocComment(tag.comment);
}

/** Leaves out `undefined`: the schema says "optional" with the list of required properties instead. */
function present(type) {
  const isUndefined = each => each.kind === ts.SyntaxKind.UndefinedKeyword;
  return ts.isUnionTypeNode(type) ? type.types.filter(each => !isUndefined(each)) : [type];
}

function isOptional(type) {
  return ts.isUnionTypeNode(type) && present(type).length < type.types.length;
}

/** `Input<T>` and `Output<T>` say how a value is passed, which is the generator's business. */
function unwrap(type) {
  if (ts.isParenthesizedTypeNode(type)) {
    return unwrap(type.type);
  }
  const isWrapper = ts.isTypeReferenceNode(type) && /^pulumi\.(Input|Output)$/.test(type.typeName.getText());
  return isWrapper ? type.typeArguments[0] : type;
}

function member(node) {
  const type = unwrap(node.type);
  return {
    name: node.name.text,
    type,
    required: !node.questionToken && !isOptional(type),
    deprecated: deprecation(node),
  };
}

function membersOf(node) {
  const isProperty = each => (ts.isPropertySignature(each) || ts.isPropertyDeclaration(each)) && each.type;
  return node.members.filter(isProperty).map(member).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A resource's file: the class has what it puts out, the `Args` interface what it takes in. */
export function readResource(file, name) {
  const source = parse(file);
  const find = (is, wanted) => source.statements.find(each => is(each) && each.name.text === wanted);
  const type = find(ts.isClassDeclaration, name);
  const args = find(ts.isInterfaceDeclaration, `${name}Args`);
  return { outputs: membersOf(type), inputs: membersOf(args), deprecated: deprecation(type) };
}

/** All interfaces of types/input.d.ts or types/output.d.ts by qualified name, such as `rds.InstanceS3Import`. */
export function readTypes(file) {
  const types = new Map();
  const visit = (statements, prefix) => {
    for (const each of statements) {
      if (ts.isModuleDeclaration(each)) {
        visit(each.body.statements, `${prefix}${each.name.text}.`);
      } else if (ts.isInterfaceDeclaration(each)) {
        types.set(prefix + each.name.text, each);
      }
    }
  };
  visit(parse(file).statements, '');
  return { has: name => types.has(name), get: name => membersOf(types.get(name)) };
}

export function readEnum(file, name) {
  const declarations = parse(file).statements.filter(ts.isVariableStatement).flatMap(each => [...each.declarationList.declarations]);
  const found = declarations.find(each => each.name.text === name);
  return found.type.members.map(each => ({ name: each.name.text, value: JSON.parse(each.type.getText().replaceAll("'", '"')) }));
}

export { present, ts, unwrap };
