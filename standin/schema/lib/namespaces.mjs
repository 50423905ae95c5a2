// Which C# namespace a module's classes are in, where that is not just its name with a capital.

const capital = text => text[0].toUpperCase() + text.slice(1);

/** networking.k8s.io/v1beta1 is Networking.V1Beta1; AWS's modules are single words that C# spells with capitals inside. */
function namespaceOf(module, known) {
  return module.split('/').map(part => {
    const word = part.split('.')[0];
    return known[word] ?? capital(word).replace(/(?<=^V\d+)(alpha|beta)/, capital);
  }).join('.');
}

export function namespacesOf(tokens, known) {
  const modules = tokens.map(token => token.split(':')[1]).map(module => (/\/v\d/.test(module) ? module : module.split('/')[0]));
  const result = {};
  for (const module of [...new Set(modules)].sort()) {
    result[module] = namespaceOf(module, known);
  }
  return result;
}
