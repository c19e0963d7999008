const { createHash } = require('node:crypto');
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { gzipSync } = require('node:zlib');
const CopyPlugin = require('copy-webpack-plugin');
const { Compilation, NormalModuleReplacementPlugin, sources } = require('webpack');
const HtmlPlugin = require('html-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { freePort, isFree } = require('./tools/free-port.cjs');
const exampleWorkbooks = require('./tools/example-workbooks.cjs');
const { devUrl, manifestFor } = require('./tools/manifestOf.cjs');

/** Where the production pane is served from, with a closing slash: APPFI_URL=https://…/ */
const publicUrl = process.env.APPFI_URL ?? devUrl;
if (!/^https:\/\/[^\s?#]+\/$/.test(publicUrl)) {
  throw new Error(
    `APPFI_URL is "${publicUrl}": give the https address of the folder, with a closing slash.`,
  );
}

/** A second add-in beside the firm's own, for those who try a version first: APPFI_PILOT=1 */
const pilot = !['', '0', undefined].includes(process.env.APPFI_PILOT);

/** A firm's own catalogs: a folder of files that the build takes along, or the address of one elsewhere. */
const firm = process.env.APPFI_CATALOGS ?? '';
const isElsewhere = /^https:/.test(firm);
if (isElsewhere && !firm.endsWith('/'))
  throw new Error(
    `APPFI_CATALOGS is "${firm}": give the address of a folder, with a closing slash.`,
  );

/** The folder beside the page, with an index of what is there. */
const firmsCatalogs = {
  apply: ({ hooks }) =>
    hooks.thisCompilation.tap('catalogs', (compilation) => {
      if (isElsewhere) return;
      const files = firm === '' ? [] : readdirSync(firm).filter((name) => /\.json$/.test(name));
      const catalogs = files.map((file) => {
        const text = readFileSync(path.join(firm, file));
        const { id, version, name } = JSON.parse(text.toString('utf8'));
        if (!id || !version || !name?.['zh-CN'])
          throw new Error(
            `${path.join(firm, file)} is no complete catalog: see appfi catalog check.`,
          );
        compilation.emitAsset(`catalogs/${file}`, new sources.RawSource(text));
        return { id, version, name, file };
      });
      const index = `${JSON.stringify({ catalogs }, null, 2)}\n`;
      compilation.emitAsset('catalogs/index.json', new sources.RawSource(index));
    }),
};

const usualPort = Number(process.env.PORT ?? 3000);
const serverOn = (port) => ({ port, host: 'localhost', static: false });

/**
 * A page runs its own scripts and those of `scripts`, and talks to nobody but its server and
 * `partners`. Griffel, Fluent UI's engine, writes its style sheets into the page.
 */
const policy = ({ scripts = '', partners = '' } = {}) =>
  [
    "default-src 'none'",
    `script-src 'self' ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${partners}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]
    .map((directive) => directive.trim())
    .join('; ');

/** office.js is Microsoft's and must come from there; it fetches its own parts and reports to it. */
const microsoft = {
  scripts: 'https://appsforoffice.microsoft.com https://*.cdn.office.net',
  partners: 'https://*.microsoft.com https://*.office.com https://*.office.net',
};

const withPartner = ({ scripts, partners }, origin) => ({
  scripts,
  partners: `${partners} ${origin}`,
});

const source = (...parts) => path.join(__dirname, 'src', ...parts);
const tool = (name) => path.join(__dirname, 'tools', name);
const output = (name) => path.join(__dirname, 'dist', name);

/** What the command line alone says is not sent to a page; a test keeps its keys out of all else. */
const saidByTheCommandLine = Object.fromEntries(
  ['en', 'zh-CN', 'zh-TW'].flatMap((lang) =>
    ['cli.ts', 'experience.ts', 'portfolio.ts'].map((name) => [
      source('messages', lang, name),
      false,
    ]),
  ),
);

/** A page loads the texts of each language when it needs them. */
const textsOfPage = source('messages', 'textsOfPage.ts');

/**
 * What only the large map says is loaded with it: `messages/late` brings it, and so with readings from
 * files. `all.ts`, which every page has, is given what it is given in the place of `cli`: nothing.
 */
const later = /^\.\/(workshop|paneReadings|readingsTold)$/;
const saidLater = new NormalModuleReplacementPlugin(later, (resource) => {
  if (/messages.[\w-]+.all\.ts$/.test(resource.contextInfo.issuer)) resource.request = './cli';
});

const shared = {
  target: ['web', 'es2022'],
  resolve: {
    extensions: ['.tsx', '.ts', '.mjs', '.js', '.json'],
    alias: { ...saidByTheCommandLine, [source('messages', 'texts.ts')]: textsOfPage },
  },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: 'swc-loader' },
      { test: /@fluentui[\\/](?!react-icons[\\/]).*\.js$/, use: tool('icon-atoms.cjs') },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      { test: /\.(png|svg|woff2?)$/, type: 'asset/resource' },
    ],
  },
  optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
  performance: false,
  stats: 'errors-warnings',
};

/** pptxgenjs names Node's modules, which its package says to leave out of a browser's bundle. */
const withoutNode = new NormalModuleReplacementPlugin(/^node:(fs|https)$/, (resource) => {
  resource.request = resource.request.replace('node:', '');
});

/**
 * The pane opens over office networks: what it needs before its first picture – its scripts and the texts
 * of one language – stays small.
 */
const mostInitialBytes = 200 * 1024;
const budget = {
  apply: ({ hooks }) =>
    hooks.thisCompilation.tap('budget', (compilation) =>
      compilation.hooks.afterProcessAssets.tap('budget', (assets) => {
        const entries = [...compilation.entrypoints.values()].filter(({ name }) => name !== 'map');
        const scripts = new Set(entries.flatMap((entry) => entry.getFiles()));
        const weigh = (name) => gzipSync(assets[name].buffer()).length;
        const isTexts = (name) => /^texts-.*\.js$/.test(name);
        const bytes = [...scripts]
          .filter((name) => name.endsWith('.js'))
          .map(weigh)
          .concat(Math.max(...Object.keys(assets).filter(isTexts).map(weigh)))
          .reduce((sum, size) => sum + size, 0);
        if (bytes <= mostInitialBytes) return;
        const told = `The pane begins with ${bytes} gzipped bytes, over ${mostInitialBytes}.`;
        compilation.errors.push(new Error(told));
      }),
    ),
};

/** What Excel loads: one page for the pane and the ribbon's commands, as they share a runtime. */
const pane = async (mode, serving) => ({
  ...shared,
  mode,
  name: 'pane',
  entry: {
    taskpane: [source('workshop', 'offer.ts'), source('taskpane', 'index.tsx')],
    commands: source('commands', 'commands.ts'),
    map: source('workshop', 'dialog', 'index.tsx'),
  },
  output: { path: output('pane'), filename: '[name].[contenthash:8].js', clean: true },
  optimization: { ...shared.optimization, runtimeChunk: 'single', splitChunks: { chunks: 'all' } },
  plugins: [
    new HtmlPlugin({
      filename: 'taskpane.html',
      template: source('taskpane', 'taskpane.html'),
      chunks: ['taskpane', 'commands'],
      policy: policy(isElsewhere ? withPartner(microsoft, new URL(firm).origin) : microsoft),
      catalogs: isElsewhere ? firm : 'catalogs/',
    }),
    new HtmlPlugin({
      filename: 'map.html',
      template: source('workshop', 'dialog', 'map.html'),
      chunks: ['map'],
      policy: policy(microsoft),
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.{png,html,json}' },
        { from: 'examples/*.json' },
        {
          from: 'manifest.xml',
          transform: (xml) => manifestFor(xml.toString('utf8'), publicUrl, { pilot }),
        },
      ],
    }),
    withoutNode,
    saidLater,
    firmsCatalogs,
    mode === 'production' && budget,
  ],
  devServer: serving ? await secureServer() : undefined,
});

/** The examples as workbooks, laid out while the page is built. */
const laidOut = {
  apply: ({ hooks }) => {
    let made;
    hooks.compile.tap('examples', () => {
      made = exampleWorkbooks();
      made.catch(() => undefined);
    });
    hooks.thisCompilation.tap('examples', (compilation) =>
      compilation.hooks.processAssets.tapPromise('examples', async () => {
        for (const [name, content] of await made)
          compilation.emitAsset(`examples/${name}`, new sources.RawSource(content));
      }),
    );
  },
};

/**
 * The try-it page: the same pane beside the host's grid, without Excel.
 * @param fromSources whether the page lays out the examples itself, so that whoever changes how sees it
 */
const workbench = (mode, port, fromSources) => ({
  ...shared,
  mode,
  module: {
    rules: [
      ...shared.module.rules,
      {
        test: /@univerjs[\\/]core[\\/]lib[\\/]es[\\/]index\.js$/,
        use: tool('close-channels.cjs'),
      },
      { test: /cjk-regex[\\/]lib[\\/]index\.js$/, use: tool('inline-cjk.cjs') },
    ],
  },
  name: 'workbench',
  entry: { workbench: source('workbench', 'index.tsx') },
  output: { path: output('workbench'), filename: '[name].js', clean: true },
  plugins: [
    new HtmlPlugin({
      filename: 'index.html',
      template: source('workbench', 'index.html'),
      policy: policy(),
      examples: fromSources ? 'engagements' : 'workbooks',
    }),
    !fromSources && laidOut,
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.{png,html}' },
        { from: 'examples/*.json' },
        {
          // Microsoft's own client, unbundled: it is served, never copied into the repository.
          from: require.resolve('@microsoft/office-js/dist/excel-web-16.00.js'),
          to: 'office-js/[name][ext]',
          info: { minimized: true },
        },
      ],
    }),
    withoutNode,
    saidLater,
    port === undefined ? offline : announce(port),
  ],
  devServer: port === undefined ? undefined : serverOn(port),
  infrastructureLogging: { level: 'warn' },
});

/** A worker that keeps every file of this build in the browser; its text changes with any of them. */
const offline = {
  apply: ({ hooks, context }) =>
    hooks.thisCompilation.tap('offline', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'offline', stage }, (assets) => {
        const names = Object.keys(assets).filter((name) => !name.endsWith('.map'));
        const hash = createHash('sha256');
        for (const name of names.sort()) hash.update(name).update(assets[name].buffer());
        const files = ['./', ...names.filter((name) => name !== 'index.html')];
        const version = hash.digest('hex').slice(0, 16);
        const worker = readFileSync(path.join(context, 'src/workbench/offline/worker.js'), 'utf8');
        const told = `const version = ${JSON.stringify(version)};\nconst files = ${JSON.stringify(files)};\n`;
        compilation.emitAsset('offline.js', new sources.RawSource(told + worker));
      });
    }),
};

/** Says where the page is once it can be seen. */
const announce = (port) => ({
  apply: ({ hooks }) =>
    hooks.done.tap('announce', (stats) => {
      if (stats.hasErrors()) return;
      const why = port === usualPort ? '' : ` (${usualPort} is taken)`;
      console.log(`\nAPPFI without Excel: http://localhost:${port}${why}\n`);
    }),
});

/** On the port that the manifest names, and no other. */
async function secureServer() {
  if (!(await isFree(usualPort))) {
    console.error(`Port ${usualPort}, which manifest.xml names, is taken: end what listens there.`);
    process.exit(1);
  }
  const certificates = require('office-addin-dev-certs');
  return {
    ...serverOn(usualPort),
    headers: { 'Access-Control-Allow-Origin': '*' },
    server: { type: 'https', options: await certificates.getHttpsServerOptions() },
  };
}

/** Sources, and what React says to whoever develops, cost time: they come when they are asked for, `--env sources`. */
const withSources = (config, isAsked) => ({
  ...config,
  devtool: isAsked ? 'source-map' : false,
  optimization: {
    ...config.optimization,
    nodeEnv: isAsked && config.mode === 'development' ? 'development' : 'production',
  },
});

module.exports = async (env, { mode = 'production' }) => {
  const serving = Boolean(env.WEBPACK_SERVE);
  const wanted = env.only ?? 'all';
  return [
    ...(wanted === 'workbench' ? [] : [await pane(mode, serving)]),
    ...(wanted === 'pane'
      ? []
      : [workbench(mode, serving ? await freePort(usualPort) : undefined, env.sources)]),
  ].map((config) => withSources(config, Boolean(env.sources)));
};
