import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** Samples on standard input ([{ file, code }]) to the rules each breaks ([[ruleId]]). */

const samples = JSON.parse(await text(process.stdin));
// A sample is no file of the project, so the rules that ask its types cannot judge it.
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

const broken = [];
for (const { file, code } of samples) {
  const [{ messages }] = await eslint.lintText(code, { filePath: file });
  broken.push([...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))]);
}
process.stdout.write(JSON.stringify(broken));
