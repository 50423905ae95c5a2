// Turns TypeScript types into the type expressions of a Pulumi package schema.
import { present, ts, unwrap } from './declarations.mjs';

const keywords = new Map([
  [ts.SyntaxKind.StringKeyword, { type: 'string' }],
  [ts.SyntaxKind.BooleanKeyword, { type: 'boolean' }],
  [ts.SyntaxKind.NumberKeyword, { type: 'number' }],
  [ts.SyntaxKind.AnyKeyword, { $ref: 'pulumi.json#/Any' }],
]);

const assets = new Map([
  ['pulumi.asset.Archive', 'pulumi.json#/Archive'],
  ['pulumi.asset.Asset', 'pulumi.json#/Asset'],
]);

/** `role: string | Role` lets a TypeScript program pass the resource itself; no other language has that. */
function isResource(type) {
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text !== 'ARN';
}

/** @param reference is told each type and enum that is met, and answers with its token. */
export function specOf(type, reference) {
  type = unwrap(type);
  const choices = present(type).filter(each => !isResource(each));
  if (choices.length > 1) {
    return { oneOf: choices.map(each => specOf(each, reference)) };
  }
  return choices[0] === type ? single(type, reference) : specOf(choices[0], reference);
}

function single(type, reference) {
  if (keywords.has(type.kind)) {
    return keywords.get(type.kind);
  }
  if (ts.isLiteralTypeNode(type)) {
    return { type: typeof JSON.parse(type.getText()) };
  }
  if (ts.isArrayTypeNode(type)) {
    return { type: 'array', items: specOf(type.elementType, reference) };
  }
  if (ts.isTypeLiteralNode(type)) {
    return { type: 'object', additionalProperties: specOf(type.members[0].type, reference) };
  }
  const name = type.typeName.getText();
  if (name === 'ARN') {
    return { type: 'string' };
  }
  return { $ref: assets.get(name) ?? `#/types/${reference(name)}` };
}
