const { pathToFileURL } = require('node:url');

/**
 * Univer asks cjk-regex for three expressions, which that puts together of a thousand modules with all of
 * Unicode. Here they are put together once, when the page is built.
 */
module.exports = async function inlineCjk() {
  const { all, letters, punctuations } = await import(pathToFileURL(this.resourcePath));
  return Object.entries({ all, letters, punctuations })
    .map(
      ([name, make]) => `export const ${name} = () => ({ toRegExp: () => ${make().toRegExp()} });`,
    )
    .join('\n');
};
