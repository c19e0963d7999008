const { readFileSync } = require('node:fs');
const path = require('node:path');

/** d3-hierarchy comes as an ES module only, which jest cannot require; its browser build can be run. */
const file = path.join(__dirname, '../../node_modules/d3-hierarchy/dist/d3-hierarchy.js');
new Function('exports', 'module', readFileSync(file, 'utf8'))(module.exports, module);
