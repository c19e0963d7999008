const path = require('node:path');
const swc = require('@swc/jest').createTransformer();

/**
 * What jest's transform does, with one file as a mutant has it: the tree itself is never changed, and
 * files that are as they were come from jest's cache.
 */
const mutant = JSON.parse(process.env.MUTANT ?? 'null');
const file = mutant && path.resolve(mutant.file);
const sourceOf = (source, filename) =>
  filename === file
    ? source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end)
    : source;

module.exports = {
  ...swc,
  process: (source, filename, options) =>
    swc.process(sourceOf(source, filename), filename, options),
  getCacheKey: (source, filename, options) =>
    swc.getCacheKey(sourceOf(source, filename), filename, options),
};
