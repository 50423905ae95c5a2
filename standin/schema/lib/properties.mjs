// Properties as the schema has them: TypeScript's word, corrected by what only the C# SDK says.
import { specOf } from './specs.mjs';

const upperFirst = text => text[0].toUpperCase() + text.slice(1);

export class Properties {
  /** What was taken for an integer with nobody having looked it up. */
  notices = new Set();

  constructor(overrides, reference) {
    this.overrides = overrides;
    this.reference = reference;
  }

  /** @param facts by property: defaults, secrets and the like, from the compiled constructors */
  of(owner, members, facts = {}) {
    const { specs = {}, leftOut = {} } = this.overrides;
    const known = members.filter(member => !leftOut[`${owner}#${member.name}`]);
    return Object.fromEntries(known.map(member => [member.name, {
      ...specs[`${owner}#${member.name}`]?.spec ?? this.#type(`${owner}#${member.name}`, specOf(member.type, this.reference)),
      ...facts[member.name],
      ...(member.deprecated && { deprecationMessage: member.deprecated }),
      ...this.#csharp(owner, member.name),
    }]));
  }

  #csharp(owner, property) {
    const known = this.overrides.names[`${owner}#${property}`];
    if (!known && owner.endsWith(`:${upperFirst(property)}`)) {
      throw new Error(`${owner}#${property} needs a C# name in overrides.json: a member cannot be called like its class`);
    }
    return known && { language: { csharp: { name: known.name } } };
  }

  /** TypeScript has one type for all numbers, and `any` for more than one thing. */
  #type(key, spec) {
    if (Array.isArray(spec)) {
      return spec.map(each => this.#type(key, each));
    }
    if (spec === null || typeof spec !== 'object') {
      return spec;
    }
    if (spec.$ref === 'pulumi.json#/Any') {
      return this.overrides.any.spec;
    }
    if (spec.type === 'number') {
      return { type: this.#number(key) };
    }
    return Object.fromEntries(Object.entries(spec).map(([name, each]) => [name, this.#type(key, each)]));
  }

  #number(key) {
    const { numbers, integers, checked } = this.overrides;
    if (!numbers[key] && !integers && !checked[key.split('#')[0]]) {
      this.notices.add(`taken for an integer: ${key}`);
    }
    return numbers[key]?.type ?? 'integer';
  }
}
