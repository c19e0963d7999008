const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');

const devUrl = 'https://localhost:3000/';
/** Where the production pane is served from, with a closing slash: APPFI_URL=https://…/ */
const publicUrl = process.env.APPFI_URL ?? devUrl;

const port = Number(process.env.PORT ?? 3000);
const server = { port, host: 'localhost', static: false };

const source = (...parts) => path.join(__dirname, 'src', ...parts);
const output = (name) => path.join(__dirname, 'dist', name);

const shared = {
  target: ['web', 'es2022'],
  devtool: 'source-map',
  resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js', '.json'] },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: 'swc-loader' },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      { test: /\.(png|svg|woff2?)$/, type: 'asset/resource' },
    ],
  },
  performance: false,
  stats: 'errors-warnings',
};

/** What Excel loads: one page for the pane and the ribbon's commands, as they share a runtime. */
const pane = async (mode, serving) => ({
  ...shared,
  mode,
  name: 'pane',
  entry: {
    taskpane: source('taskpane', 'index.tsx'),
    commands: source('commands', 'commands.ts'),
  },
  output: { path: output('pane'), filename: '[name].[contenthash:8].js', clean: true },
  optimization: { runtimeChunk: 'single', splitChunks: { chunks: 'all' } },
  // The pane opens over office networks: what it needs before its first picture stays small.
  performance:
    mode === 'production'
      ? { hints: 'error', maxEntrypointSize: 900_000, maxAssetSize: 1_200_000 }
      : false,
  plugins: [
    new HtmlPlugin({
      filename: 'taskpane.html',
      template: source('taskpane', 'taskpane.html'),
      chunks: ['taskpane', 'commands'],
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.{png,html}' },
        {
          from: 'manifest.xml',
          transform: (xml) => xml.toString('utf8').replaceAll(devUrl, publicUrl),
        },
      ],
    }),
  ],
  devServer: serving ? await secureServer() : undefined,
});

/** The try-it page: the same pane beside the host's grid, without Excel. */
const workbench = (mode, serving) => ({
  ...shared,
  mode,
  name: 'workbench',
  entry: { workbench: source('workbench', 'index.tsx') },
  output: { path: output('workbench'), filename: '[name].js', clean: true },
  plugins: [
    new HtmlPlugin({ filename: 'index.html', template: source('workbench', 'index.html') }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.{png,html}' },
        { from: 'examples/*.json', noErrorOnMissing: true },
        {
          // Microsoft's own client, unbundled: it is served, never copied into the repository.
          from: require.resolve('@microsoft/office-js/dist/excel-web-16.00.js'),
          to: 'office-js/[name][ext]',
          info: { minimized: true },
        },
      ],
    }),
    serving && announce,
  ],
  devServer: server,
  infrastructureLogging: { level: 'warn' },
});

/** Says where the page is once it can be seen. */
const announce = {
  apply: ({ hooks }) =>
    hooks.done.tap('announce', (stats) => {
      if (!stats.hasErrors()) console.log(`\nAPPFI without Excel: http://localhost:${port}\n`);
    }),
};

async function secureServer() {
  const certificates = require('office-addin-dev-certs');
  return {
    ...server,
    headers: { 'Access-Control-Allow-Origin': '*' },
    server: { type: 'https', options: await certificates.getHttpsServerOptions() },
  };
}

module.exports = async (env, { mode = 'production' }) => {
  const serving = Boolean(env.WEBPACK_SERVE);
  const wanted = env.only ?? 'all';
  return [
    ...(wanted === 'workbench' ? [] : [await pane(mode, serving)]),
    ...(wanted === 'pane' ? [] : [workbench(mode, serving)]),
  ];
};
