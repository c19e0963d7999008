const { readFileSync } = require('node:fs');
const path = require('node:path');

/** pptxgenjs imports Node's modules while it writes, which jest cannot do in a script: here it requires them. */
const file = path.join(__dirname, '../../node_modules/pptxgenjs/dist/pptxgen.cjs.js');
const source = readFileSync(file, 'utf8').replace(
  /import\('(node:\w+)'\)/g,
  "Promise.resolve({ default: require('$1'), promises: require('$1').promises })",
);
new Function('exports', 'module', 'require', source)(module.exports, module, require);
