const { execFileSync } = require('node:child_process');
const { pathToFileURL } = require('node:url');

/**
 * Univer asks cjk-regex for three expressions, which that puts together of a thousand modules with all of
 * Unicode. Here they are put together once, when the page is built: by a process of their own, because
 * jest, which builds pages too, cannot import such modules.
 */
module.exports = function inlineCjk() {
  const script = `
    import * as cjk from ${JSON.stringify(pathToFileURL(this.resourcePath))};
    for (const name of ['all', 'letters', 'punctuations'])
      console.log(\`export const \${name} = () => ({ toRegExp: () => \${cjk[name]().toRegExp()} });\`);`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
};
