const { existsSync, readFileSync, statSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const vm = require('node:vm');
const swc = require('@swc/core');

const endings = ['', '.ts', '.tsx', '.js', '.cjs', '.json', '/index.ts', '/index.tsx'];
const names = 'require,module,exports,__filename,__dirname,jest';
const isFile = (file) => existsSync(file) && statSync(file).isFile();

/**
 * Loads the modules of the tree as jest does, only that packages are loaded once for all suites and
 * what swc makes of a file is kept. One file can be as a mutant has it.
 */
module.exports = class Modules {
  #config;
  #jest;
  #stands;
  #scripts = new Map();
  #files = new Map();
  #loaded = new Map();
  #mutant;

  /**
   * @param jest what every module finds in scope by that name
   * @param stands by file, what stands for what it exports
   */
  constructor(config, jest, stands = {}) {
    this.#config = config;
    this.#jest = jest;
    this.#stands = stands;
  }

  /** Forgets every module; the next are loaded with the mutant, if there is one. */
  reset(mutant) {
    this.#mutant = mutant && { ...mutant, file: path.resolve(mutant.file) };
    this.#loaded = new Map();
  }

  /** What `load` loads is loaded anew, and what was loaded before stays. */
  async isolate(load) {
    const before = this.#loaded;
    this.#loaded = new Map();
    try {
      await load();
    } finally {
      this.#loaded = before;
    }
  }

  load(file) {
    const known = this.#loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.#loaded.set(file, module);
    try {
      const body = this.#script(file).runInThisContext();
      const require = this.#requireOf(file);
      body.call(
        module.exports,
        require,
        module,
        module.exports,
        file,
        path.dirname(file),
        this.#jest,
      );
      module.exports = this.#stands[file]?.(module.exports) ?? module.exports;
    } catch (error) {
      this.#loaded.delete(file);
      throw error;
    }
    return module.exports;
  }

  #requireOf(file) {
    const ofNode = createRequire(file);
    const folder = path.dirname(file);
    const require = (name) => {
      const mapped = this.#mapped(name);
      if (mapped) return ofNode(mapped);
      if (!name.startsWith('.')) return ofNode(name);
      const to = this.#resolve(path.resolve(folder, name));
      return /\.tsx?$/.test(to) ? this.load(to) : ofNode(to);
    };
    return Object.assign(require, { resolve: ofNode.resolve });
  }

  #mapped(name) {
    const { moduleNameMapper: mapper = {}, rootDir } = this.#config;
    const hit = Object.entries(mapper).find(([pattern]) => new RegExp(pattern).test(name));
    return hit?.[1].replace('<rootDir>', rootDir);
  }

  #resolve(base) {
    let file = this.#files.get(base);
    file ??= endings.map((ending) => base + ending).find(isFile);
    if (!file) throw new Error(`No file is ${base}.`);
    this.#files.set(base, file);
    return file;
  }

  #script(file) {
    const mutant = this.#mutant?.file === file ? this.#mutant : undefined;
    if (!mutant && this.#scripts.has(file)) return this.#scripts.get(file);
    let source = readFileSync(file, 'utf8');
    if (mutant) source = source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end);
    const { code } = swc.transformSync(source, {
      filename: file,
      module: { type: 'commonjs' },
      sourceMaps: false,
    });
    const script = new vm.Script(`(function(${names}){${code}\n})`, {
      filename: file,
    });
    if (!mutant) this.#scripts.set(file, script);
    return script;
  }
};
