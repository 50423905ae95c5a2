const width = 140;

/** JSON with whatever fits on a line on one line: a property of a type is then a line of a diff. */
export function format(value, indent = '') {
  const flat = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (flat.length + indent.length <= width || typeof value !== 'object') {
    return flat;
  }
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const key = name => (Array.isArray(value) ? '' : `${JSON.stringify(name)}: `);
  const lines = Object.entries(value).map(([name, each]) => `${inner}${key(name)}${format(each, inner)}`);
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
