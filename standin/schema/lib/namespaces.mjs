// Which C# namespace a module's classes are in.

const capital = text => text[0].toUpperCase() + text.slice(1);

/** networking.k8s.io/v1beta1 is Networking.V1Beta1; AWS's modules are single words that C# spells with capitals inside. */
function namespaceOf(module, spelling) {
  return module.split('/').map(part => {
    const word = part.split('.')[0];
    return spelling[word] ?? capital(word).replace(/(?<=^V\d+)(alpha|beta)/, capital);
  }).join('.');
}

export function namespacesOf(tokens, { values, areComplete }) {
  const modules = tokens.map(token => token.split(':')[1]).map(module => (/\/v\d/.test(module) ? module : module.split('/')[0]));
  const sorted = [...new Set(modules)].sort();
  const guesses = areComplete ? [] : sorted.filter(module => !(module in values));
  return {
    namespaces: Object.fromEntries(sorted.map(module => [module, namespaceOf(module, values)])),
    notices: guesses.map(module => `taken for its C# namespace: ${namespaceOf(module, values)}`),
  };
}
